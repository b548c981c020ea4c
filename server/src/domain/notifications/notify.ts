import { wants, type NotificationKind } from '@tikethet/shared/notices';
import { newId } from '../../db/ids';
import { emit, type Ctx } from '../context';
import { preferencesOf } from '../people/preferences';
import type { User } from '../people/user';
import {
  countUnread,
  notificationData,
  notificationRows,
  presentNotification,
  type NotificationData,
} from './notification';

export interface NewNotification extends Partial<Omit<NotificationData, 'count'>> {
  kind: NotificationKind;
  ticketId?: string;
  messageId?: string;
}

/**
 * Puts something into a person's list of notifications, in the transaction that is its reason, if
 * they want to be told of such things. Answers that wait unread in one ticket become one entry.
 */
export async function notify(ctx: Ctx, user: User, input: NewNotification): Promise<void> {
  const { kind, ticketId, messageId, ...known } = input;
  if (!user.isActive || user.id === ctx.actor.person?.id) return;
  if (!wants(preferencesOf(user), kind)) return;
  const earlier =
    kind === 'REPLIED' && ticketId !== undefined ? await takeUnread(ctx, user, ticketId) : null;
  const id = newId();
  const data = notificationData.parse({ ...known, count: (earlier?.count ?? 0) + 1 });
  await ctx.trx('notifications').insert({
    id,
    user_id: user.id,
    kind,
    ticket_id: ticketId ?? null,
    message_id: messageId ?? null,
    data: JSON.stringify(data),
    created_at: ctx.now,
  });
  const row = await notificationRows(ctx.trx).where('notifications.id', id).first();
  if (row === undefined) throw new Error('unreachable: a notification of a ticket that is there');
  await emit(ctx, {
    type: 'notification.created',
    ticketId: null,
    audience: { staff: [`account:${user.id}`], customer: [], hidden: [] },
    data: {
      notification: presentNotification(row),
      replacesId: earlier?.id ?? null,
      unread: await countUnread(ctx.trx, user.id),
    },
    customerData: null,
  });
}

/** Takes out the entry of a ticket's earlier unread answers. */
async function takeUnread(
  ctx: Ctx,
  user: User,
  ticketId: string,
): Promise<{ id: string; count: number } | null> {
  const taken: { id: string; data: unknown }[] = await ctx
    .trx('notifications')
    .where({ user_id: user.id, ticket_id: ticketId, kind: 'REPLIED' })
    .whereNull('read_at')
    .delete()
    .returning(['id', 'data']);
  const [first] = taken;
  return first ? { id: first.id, count: notificationData.parse(first.data).count } : null;
}
