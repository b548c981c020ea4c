import type { Message } from '@tikethet/shared/contracts';
import { useDesk } from '../../app/DeskProvider';
import { useTranslation } from '../../app/texts';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useToasts } from '../../ui/useToasts';

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
    <ConfirmDialog
      danger
      title={t('conversation.deleteTitle')}
      help={t('conversation.deleteHelp')}
      action={t('conversation.delete')}
      onClose={onClose}
      onConfirm={remove}
    />
  );
}
