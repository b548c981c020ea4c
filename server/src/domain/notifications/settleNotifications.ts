import type { NotificationKind } from '@tikethet/shared/notices';
import type { Knex } from 'knex';
import { gathering } from '../../db/gather';
import type { Ctx } from '../context';
import { tellUnread } from './tellUnread';

/** What calls for somebody, and no longer does once somebody is there. */
const CALLS: readonly NotificationKind[] = ['NEW_TICKET', 'CUSTOMER_REPLIED', 'SLA_AT_RISK'];

interface Settling {
  ticketId: string;
  except: string | null;
  now: Date;
}

/** @returns whose notifications of each ticket count as read now */
const settle = gathering<Settling, string[]>(async (trx, tickets) => {
  const { rows } = await trx.raw<{ rows: { user_id: string; ticket_id: string }[] }>(
    `update notifications set read_at = settled.at
     from unnest(?::uuid[], ?::uuid[], ?::timestamptz[]) settled(ticket_id, but, at)
     where notifications.ticket_id = settled.ticket_id and kind = any(?) and read_at is null
       and user_id is distinct from settled.but
     returning user_id, notifications.ticket_id`,
    [
      tickets.map(({ ticketId }) => ticketId),
      tickets.map(({ except }) => except),
      tickets.map(({ now }) => now),
      [...CALLS],
    ] as Knex.RawBinding[],
  );
  return tickets.map(({ ticketId }) =>
    rows.filter((row) => row.ticket_id === ticketId).map((row) => row.user_id),
  );
});

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
  const settled = await settle(ctx.trx, { ticketId, except, now: ctx.now });
  await tellUnread(ctx, settled, ticketId);
}
