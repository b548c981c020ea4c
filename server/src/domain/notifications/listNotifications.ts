import type { OutputOf } from '@tikethet/shared/contracts';
import { STAFF_NOTIFICATIONS } from '@tikethet/shared/notices';
import { isStaff } from '@tikethet/shared/permissions';
import { z } from 'zod';
import { requirePerson, type Ctx } from '../context';
import { decodeKeyset, encodeKeyset } from '../keyset';
import { countUnread, notificationRows, onlyInSight, presentNotifications } from './notification';

const cursorShape = z.tuple([z.iso.datetime(), z.uuid()]);

/** The person's own notifications, newest first. @throws AppError `invalid_cursor` */
export async function listNotifications(
  ctx: Ctx,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<OutputOf<'notifications.list'>> {
  const person = requirePerson(ctx);
  const { id: userId, role } = person;
  const query = notificationRows(ctx.trx)
    .where('notifications.user_id', userId)
    .orderBy('notifications.created_at', 'desc')
    .orderBy('notifications.id', 'desc')
    .limit(limit + 1);
  // Who has left the staff no longer reads what was for staff.
  if (!isStaff(role)) query.whereNotIn('notifications.kind', [...STAFF_NOTIFICATIONS]);
  onlyInSight(query, person);
  if (cursor !== undefined) {
    query.whereRaw(
      '(notifications.created_at, notifications.id) < (?, ?)',
      decodeKeyset(cursor, cursorShape),
    );
  }
  const rows = await query;
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: await presentNotifications(ctx.trx, page),
    nextCursor:
      rows.length > limit && last !== undefined
        ? encodeKeyset([last.created_at.toISOString(), last.id])
        : null,
    unread: await countUnread(ctx.trx, userId),
  };
}
