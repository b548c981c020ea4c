import { Button, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './BubbleMenu.module.css';

interface Props {
  onClose: () => void;
  onConfirm: () => void;
}

/** Asks first: nobody knows whether the customer has the message already. */
export function ResendMessage({ onClose, onConfirm }: Props) {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('resend.confirmTitle')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      size="sm"
    >
      <p className={classes.help}>{t('resend.confirmHelp')}</p>
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button data-testid="resend-confirm" onClick={onConfirm}>
          {t('resend.action')}
        </Button>
      </div>
    </Modal>
  );
}
