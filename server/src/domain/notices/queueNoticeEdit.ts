import type { Ctx } from '../context';
import { deliverTo, LANES } from '../deliveries/queueDelivery';
import { User } from '../people/user';

/**
 * Has notices that stand in chats show what the ticket is when their turn comes; one change that
 * waits already speaks for all.
 */
export async function queueNoticeEdits(
  ctx: Ctx,
  ticketId: string,
  userIds: readonly string[],
): Promise<void> {
  if (userIds.length === 0) return;
  const users = await User.query(ctx.trx).findByIds([...userIds]);
  const chatIds = users.flatMap((user) => user.telegramId ?? []);
  const waiting = await ctx
    .trx<{ user_id: string; chat_id: number; state: string; kind: string; ticket_id: string }>(
      'deliveries',
    )
    .select('user_id')
    .where({ state: 'QUEUED', kind: 'NOTICE_EDIT', ticket_id: ticketId })
    .whereIn('chat_id', chatIds);
  const covered = new Set(waiting.map((row) => row.user_id));
  for (const user of users) {
    if (covered.has(user.id) || user.botBlockedAt !== null) continue;
    await deliverTo(ctx, user, {
      kind: 'NOTICE_EDIT',
      lane: LANES.notice,
      payload: {},
      ticketId,
    });
  }
}
