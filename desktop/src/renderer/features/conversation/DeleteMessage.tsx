import { Button, Modal } from '@mantine/core';
import type { Message } from '@tikethet/shared/contracts';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../app/DeskProvider';
import { useToasts } from '../../ui/useToasts';
import classes from './BubbleMenu.module.css';

/** Asks first: what was deleted cannot be brought back from here. */
export function DeleteMessage({ message, onClose }: { message: Message; onClose: () => void }) {
  const { t } = useTranslation();
  const { desk, writer } = useDesk();
  const toasts = useToasts();
  const { id, ticketId } = message;

  const remove = () => {
    onClose();
    writer.write({
      route: 'DELETE /messages/{id}',
      lane: ticketId,
      input: () => ({ id }),
      show: () =>
        desk.changeMessage(ticketId, id, (shown) => ({
          ...shown,
          content: '',
          attachments: [],
          deletedAt: new Date().toISOString(),
        })),
      revert: () => desk.changeMessage(ticketId, id, () => message),
      failed: (error, repeat) => toasts.failed(t('toast.what.message'), error, repeat),
    });
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('conversation.deleteTitle')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      size="sm"
    >
      <p className={classes.help}>{t('conversation.deleteHelp')}</p>
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button color="red" onClick={remove}>
          {t('conversation.delete')}
        </Button>
      </div>
    </Modal>
  );
}
