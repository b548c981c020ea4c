import type { ParsedInputOf, Ticket as TicketResource } from '@tikethet/shared/contracts';
import type { Knex } from 'knex';
import { requirePerson, type Ctx } from '../context';
import { decodeKeyset, encodeKeyset } from '../keyset';
import { completeTickets } from './loadTickets';
import { accessTo } from './policy';
import { showTickets } from './showTicket';
import { filteredTickets } from './ticketFilters';
import { TICKET_ORDERS, type RankedTicket } from './ticketOrder';

/**
 * Tickets the person may see, a page at a time. A search looks at the 500 newest matches of each
 * way of matching.
 * @throws AppError `invalid_cursor`
 */
export async function listTickets(
  ctx: Ctx,
  { sort, limit, cursor, ...filters }: ParsedInputOf<'tickets.list'>,
): Promise<{ items: TicketResource[]; nextCursor: string | null }> {
  const person = requirePerson(ctx);
  const order = TICKET_ORDERS[sort];
  const query = filteredTickets(ctx, person, filters);
  if (cursor !== undefined) {
    const after = decodeKeyset(cursor, order.shape);
    query.whereRaw(
      `(${order.columns.join(', ')}) ${order.direction === 'desc' ? '<' : '>'}
       (${after.map(() => '?').join(', ')})`,
      after as Knex.RawBinding[],
    );
  }
  for (const column of order.columns) query.orderByRaw(`${column} ${order.direction}`);
  const rows = await query.limit(limit + 1);
  const page = rows.slice(0, limit);
  const full = await completeTickets(ctx.trx, page);
  const last = page.at(-1);
  for (const item of full) {
    // The scope let it through, so its twin must too.
    if (accessTo(person, item) === 'none') {
      throw new Error(`policy twins disagree on ticket ${item.ticket.id}`);
    }
  }
  return {
    items: await showTickets(ctx, full),
    nextCursor:
      rows.length > limit && last !== undefined
        ? encodeKeyset(order.keyOf(last as RankedTicket))
        : null,
  };
}
