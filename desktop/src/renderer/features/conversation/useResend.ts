import { useQueryClient } from '@tanstack/react-query';
import type { Message } from '@tikethet/shared/contracts';
import { useDesk } from '../../app/DeskProvider';
import { keys } from '../../app/keys';
import { useTranslation } from '../../app/texts';
import { useToasts } from '../../ui/useToasts';

/** Sends a message to Telegram once more; it shows as queued at once. */
export function useResend({ id, ticketId, delivery }: Message): () => void {
  const { t } = useTranslation();
  const { desk, writer } = useDesk();
  const client = useQueryClient();
  const toasts = useToasts();
  const show = (shown: Message['delivery']) =>
    desk.changeMessage(ticketId, id, (message) => ({ ...message, delivery: shown }));

  return () =>
    writer.write({
      route: 'POST /messages/{id}/resend',
      lane: ticketId,
      input: () => ({ id }),
      show: () => show({ state: 'QUEUED', reason: null, detail: null }),
      revert: () => show(delivery),
      failed: (error, repeat) => {
        // A colleague was quicker: what became of it is read again.
        if (error.code === 'not_resendable') {
          void client.invalidateQueries({ queryKey: keys.messages(ticketId) });
        }
        toasts.failed(t('toast.what.resend'), error, repeat);
      },
    });
}
