import type { Ctx } from '../context';
import { tellUnread } from './tellUnread';

/** Forgets what was told of tickets whose customer is erased: it says who they were. */
export async function dropNotifications(ctx: Ctx, ticketIds: readonly string[]): Promise<void> {
  const dropped: { user_id: string; read_at: Date | null }[] = await ctx
    .trx('notifications')
    .whereIn('ticket_id', [...ticketIds])
    .delete()
    .returning(['user_id', 'read_at']);
  const unread = dropped.filter((row) => row.read_at === null);
  await tellUnread(
    ctx,
    unread.map((row) => row.user_id),
    null,
  );
}
