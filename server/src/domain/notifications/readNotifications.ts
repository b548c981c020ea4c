import { emit, requirePerson, type Ctx } from '../context';
import { countUnread } from './notification';

export interface ReadNotificationsInput {
  /** This one. */
  id?: string | undefined;
  /** Those about this ticket. */
  ticketId?: string | undefined;
  /** This one and all older ones. */
  upTo?: string | undefined;
}

/**
 * Marks the person's own notifications as read (all when nothing narrows it), and tells their other
 * devices. What is read, or somebody else's, stays as it is.
 * @returns how many are still unread
 */
export async function readNotifications(
  ctx: Ctx,
  { id, ticketId, upTo }: ReadNotificationsInput,
): Promise<{ unread: number }> {
  const { id: userId } = requirePerson(ctx);
  const query = ctx.trx('notifications').where('user_id', userId).whereNull('read_at');
  if (id !== undefined) query.where('id', id);
  if (ticketId !== undefined) query.where('ticket_id', ticketId);
  if (upTo !== undefined) {
    query.whereRaw(
      `(created_at, id) <= (select created_at, id from notifications where id = ? and user_id = ?)`,
      [upTo, userId],
    );
  }
  const changed: number = await query.update({ read_at: ctx.now });
  const unread = await countUnread(ctx.trx, userId);
  if (changed > 0) {
    await emit(ctx, {
      type: 'notification.read',
      ticketId: null,
      audience: { staff: [`account:${userId}`], customer: [], hidden: [] },
      data: { unread, ticketId: ticketId ?? null },
      customerData: null,
    });
  }
  return { unread };
}
