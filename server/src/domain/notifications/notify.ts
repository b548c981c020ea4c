import { wants, type NotificationKind } from '@tikethet/shared/notices';
import { newId } from '../../db/ids';
import { emit, type Ctx } from '../context';
import { preferencesOf } from '../people/preferences';
import type { User } from '../people/user';
import {
  countUnreadOf,
  notificationData,
  notificationRows,
  presentNotifications,
  type NotificationData,
} from './notification';

export interface NewNotification extends Partial<Omit<NotificationData, 'count'>> {
  kind: NotificationKind;
  ticketId?: string;
  messageId?: string;
}

/** Messages that wait unread in one ticket become one entry. */
const JOINING: ReadonlySet<NotificationKind> = new Set(['REPLIED', 'CUSTOMER_REPLIED']);

/** Puts something into a person's list of notifications: `notifyAll` for one. */
export function notify(ctx: Ctx, user: User, input: NewNotification): Promise<void> {
  return notifyAll(ctx, [user], input);
}

/**
 * Puts the same thing into the lists of several people, in the transaction that is its reason, as
 * far as they want to be told of such things; never into the list of whoever caused it. As many
 * statements for many people as for one.
 */
export async function notifyAll(
  ctx: Ctx,
  users: readonly User[],
  input: NewNotification,
): Promise<void> {
  const { kind, ticketId, messageId, ...known } = input;
  const told = users.filter(
    (user) => user.isActive && user.id !== ctx.actor.person?.id && wants(preferencesOf(user), kind),
  );
  if (told.length === 0) return;
  const userIds = told.map(({ id }) => id);
  const earlier =
    JOINING.has(kind) && ticketId !== undefined
      ? await takeUnread(ctx, userIds, kind, ticketId)
      : new Map<string, Earlier>();
  const entries = userIds.map((userId) => ({
    id: newId(),
    user_id: userId,
    kind,
    ticket_id: ticketId ?? null,
    message_id: messageId ?? null,
    data: JSON.stringify(
      notificationData.parse({ ...known, count: (earlier.get(userId)?.count ?? 0) + 1 }),
    ),
    created_at: ctx.now,
  }));
  await ctx.trx('notifications').insert(entries);
  const rows = await notificationRows(ctx.trx).whereIn(
    'notifications.id',
    entries.map(({ id }) => id),
  );
  const shown = await presentNotifications(ctx.trx, rows);
  const unread = await countUnreadOf(ctx.trx, userIds);
  await emit(
    ctx,
    ...rows.map((row, at) => ({
      type: 'notification.created' as const,
      ticketId: null,
      audience: { staff: [`account:${row.user_id}`], customer: [], hidden: [] },
      data: {
        notification: shown[at],
        replacesId: earlier.get(row.user_id)?.id ?? null,
        unread: unread.get(row.user_id) ?? 0,
      },
      customerData: null,
    })),
  );
}

interface Earlier {
  id: string;
  count: number;
}

/** Takes out the entries of a ticket's earlier unread messages, by person. */
async function takeUnread(
  ctx: Ctx,
  userIds: readonly string[],
  kind: NotificationKind,
  ticketId: string,
): Promise<Map<string, Earlier>> {
  const taken: { id: string; user_id: string; data: unknown }[] = await ctx
    .trx('notifications')
    .whereIn('user_id', [...userIds])
    .where({ ticket_id: ticketId, kind })
    .whereNull('read_at')
    .delete()
    .returning(['id', 'user_id', 'data']);
  return new Map(
    taken.map((row) => [
      row.user_id,
      { id: row.id, count: notificationData.parse(row.data).count },
    ]),
  );
}
