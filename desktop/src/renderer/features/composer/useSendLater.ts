import { useQueryClient } from '@tanstack/react-query';
import type { ScheduledMessage, Ticket } from '@tikethet/shared/contracts';
import { useDesk } from '../../app/DeskProvider';
import { keys } from '../../app/keys';
import { useTranslation } from '../../app/texts';
import { momentText } from '../../ui/moments';
import { useToasts } from '../../ui/useToasts';
import type { useReply } from './useReply';

/**
 * Gives a reply to the desk to send it later, and to resolve the ticket with it when that is wished;
 * without a network it waits here first.
 */
export function useSendLater(ticket: Ticket, reply: ReturnType<typeof useReply>) {
  const { t, i18n } = useTranslation();
  const { writer } = useDesk();
  const client = useQueryClient();
  const toasts = useToasts();

  return (at: Date, resolve: boolean): void => {
    if (!reply.ready || reply.mode === 'note') return;
    const { content, draft, newcomers } = reply;
    const attachmentIds = reply.attachments.map(({ id }) => id);
    const sendAt = at.toISOString();
    writer.write({
      route: 'POST /tickets/{id}/scheduled',
      lane: ticket.id,
      input: () => ({
        id: ticket.id,
        content,
        format: 'markdown',
        attachmentIds,
        ...(draft.replyToId === null ? {} : { replyToId: draft.replyToId }),
        ...(draft.replyToId === null || draft.quote === null ? {} : { quote: draft.quote }),
        seen: { position: newcomers.newest, assigneeId: ticket.assigneeId },
        sendAt,
        resolve,
      }),
      settle: (said) =>
        client.setQueryData<{ items: ScheduledMessage[] }>(keys.scheduled(ticket.id), (known) =>
          known && !known.items.some(({ id }) => id === said.id)
            ? { items: [...known.items, said] }
            : known,
        ),
      failed: (error, repeat) => toasts.failed(t('composer.sendLater'), error, repeat),
    });
    reply.clear();
    const time = momentText(sendAt, Date.now(), i18n.language);
    toasts.done(t(resolve ? 'scheduled.doneResolve' : 'scheduled.done', { time }));
  };
}
