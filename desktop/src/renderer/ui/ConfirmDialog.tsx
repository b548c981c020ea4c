import { Button, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './ConfirmDialog.module.css';

interface Props {
  title: string;
  /** What happens, and what cannot be taken back. */
  help: string;
  /** The word on the button that does it. */
  action: string;
  /** It takes something away: the button is red. */
  danger?: boolean;
  testId?: string;
  onClose: () => void;
  onConfirm: () => void;
}

/** Asks before something that cannot simply be undone. */
export function ConfirmDialog({
  title,
  help,
  action,
  danger = false,
  testId,
  onClose,
  onConfirm,
}: Props) {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      size="sm"
    >
      <p className={classes.help}>{help}</p>
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button color={danger ? 'red' : undefined} data-testid={testId} onClick={onConfirm}>
          {action}
        </Button>
      </div>
    </Modal>
  );
}
