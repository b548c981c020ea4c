import type { Knex } from 'knex';
import { gathering } from '../../db/gather';
import type { Ticket } from '../tickets/ticket';

/** A reader's unread messages are counted up to this many. */
const MOST = 100;

/** How many messages of the staff the customer has not read when read up to `position`. */
export async function countForCustomer(
  trx: Knex,
  ticketId: string,
  position: number,
): Promise<number> {
  const result = await trx.raw<{ rows: { unread: number }[] }>(
    `select count(*) as unread from messages
     where ticket_id = ? and position > ? and side <> 'CUSTOMER' and not internal
       and deleted_at is null`,
    [ticketId, position],
  );
  return result.rows[0]?.unread ?? 0;
}

interface Mark {
  userId: string;
  ticketId: string;
  position: number;
  now: Date;
}

/** Moves a reader's mark forward. @returns whether it moved */
export const moveMark = gathering<Mark, boolean>(async (trx, marks) => {
  const { rows } = await trx
    .raw<{ rows: { user_id: string; ticket_id: string }[] }>(
      `insert into ticket_reads (user_id, ticket_id, position, read_at)
       select * from unnest(?::uuid[], ?::uuid[], ?::integer[], ?::timestamptz[])
       on conflict (user_id, ticket_id) do update
         set position = excluded.position, read_at = excluded.read_at
         where ticket_reads.position < excluded.position
       returning user_id, ticket_id`,
      [
        marks.map(({ userId }) => userId),
        marks.map(({ ticketId }) => ticketId),
        marks.map(({ position }) => position),
        marks.map(({ now }) => now),
      ],
    )
    .options({ name: 'move-marks' });
  const moved = new Set(rows.map((row) => `${row.user_id} ${row.ticket_id}`));
  return marks.map(({ userId, ticketId }) => moved.has(`${userId} ${ticketId}`));
});

/**
 * What a person has not read of each ticket (100: a hundred or more). Own tickets carry the number
 * themselves; those of others are counted from the reader's mark, notes included.
 */
export async function unreadOf(
  trx: Knex,
  readerId: string,
  tickets: readonly Ticket[],
): Promise<Map<string, number>> {
  const unread = new Map<string, number>();
  const others: string[] = [];
  for (const ticket of tickets) {
    if (ticket.customerId === readerId) unread.set(ticket.id, ticket.customerUnread);
    else others.push(ticket.id);
  }
  if (others.length === 0) return unread;
  const result = await trx.raw<{ rows: { id: string; unread: number }[] }>(
    `select wanted.id, (select count(*) from (
         select 1 from messages
         where messages.ticket_id = wanted.id and messages.position > coalesce(mark.position, 0)
           and messages.author_id is distinct from ? and messages.deleted_at is null
         limit ${MOST}) newest) as unread
     from unnest(?::uuid[]) wanted(id)
     left join ticket_reads mark on mark.user_id = ? and mark.ticket_id = wanted.id`,
    [readerId, others, readerId] as Knex.RawBinding[],
  );
  for (const row of result.rows) unread.set(row.id, row.unread);
  return unread;
}
