import type { NotificationKind } from '@tikethet/shared/notices';
import type { Ctx } from '../context';
import { tellUnread } from './tellUnread';

/** What calls for somebody, and no longer does once somebody is there. */
const CALLS: readonly NotificationKind[] = ['NEW_TICKET', 'CUSTOMER_REPLIED', 'SLA_AT_RISK'];

/**
 * Somebody has answered a ticket or taken it: what called for that counts as read, so that nobody
 * runs after what is done.
 * @param except who still has to act; null: nobody
 */
export async function settleNotifications(
  ctx: Ctx,
  ticketId: string,
  except: string | null,
): Promise<void> {
  const query = ctx
    .trx('notifications')
    .where('ticket_id', ticketId)
    .whereIn('kind', [...CALLS])
    .whereNull('read_at');
  if (except !== null) query.whereNot('user_id', except);
  const settled: { user_id: string }[] = await query
    .update({ read_at: ctx.now })
    .returning(['user_id']);
  await tellUnread(
    ctx,
    settled.map((row) => row.user_id),
    ticketId,
  );
}
