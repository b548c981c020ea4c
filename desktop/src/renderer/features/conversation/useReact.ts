import type { Message, ReactionEmoji } from '@tikethet/shared/contracts';
import { useDesk } from '../../app/DeskProvider';
import { useTranslation } from '../../app/texts';
import { useToasts } from '../../ui/useToasts';

/** Sets one's own reaction to a message, or takes it back; shown before the server has answered. */
export function useReact(message: Message): (emoji: ReactionEmoji | null) => void {
  const { t } = useTranslation();
  const { desk, me, writer } = useDesk();
  const toasts = useToasts();
  const { id, ticketId } = message;
  return (emoji) =>
    writer.write({
      route: 'PUT /messages/{id}/reaction',
      lane: ticketId,
      input: () => ({ id, emoji }),
      show: () =>
        desk.changeMessage(ticketId, id, (shown) => {
          const others = shown.reactions.filter(({ personId }) => personId !== me.id);
          const own = emoji === null ? [] : [{ emoji, side: 'STAFF' as const, personId: me.id }];
          return { ...shown, reactions: [...others, ...own] };
        }),
      settle: (said) => desk.changeMessage(ticketId, id, () => said),
      revert: () =>
        desk.changeMessage(ticketId, id, (shown) => ({ ...shown, reactions: message.reactions })),
      failed: (error, repeat) => toasts.failed(t('toast.what.message'), error, repeat),
    });
}
