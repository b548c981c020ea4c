import { isActive } from '@tikethet/shared/tickets';
import type { Ctx } from '../context';
import type { TicketInFull } from '../tickets/ticket';
import { queueNoticeEdits } from './queueNoticeEdit';
import { noticesOf, saveNotices } from './staffNotice';

/** Whether somebody could take it. */
function isTakeable({ ticket }: TicketInFull): boolean {
  return ticket.assigneeId === null && isActive(ticket.status);
}

/**
 * A ticket found or lost its holder, or is finished: the notices about it in everybody's chats say
 * so, and their buttons follow. Once the team has answered, the customer's next message is news
 * again.
 */
export async function refreshNotices(
  ctx: Ctx,
  before: TicketInFull,
  after: TicketInFull,
): Promise<void> {
  const { id, assigneeId, status } = after.ticket;
  const changed =
    before.ticket.assigneeId !== assigneeId || isTakeable(before) !== isTakeable(after);
  const answered = status !== before.ticket.status && status !== 'OPEN' && status !== 'IN_PROGRESS';
  if (!changed && !answered) return;
  const notices = [...(await noticesOf(ctx, id)).values()];
  if (notices.length === 0) return;
  await saveNotices(
    ctx,
    notices.map((notice) => ({
      ...notice,
      isOpen: notice.isOpen && !answered,
      stale: notice.stale || (changed && notice.telegramMessageId === null),
    })),
  );
  if (!changed) return;
  const standing = notices.filter((notice) => notice.telegramMessageId !== null);
  await queueNoticeEdits(
    ctx,
    id,
    standing.map((notice) => notice.userId),
  );
}
