import type { Ticket as TicketResource } from '@tikethet/shared/contracts';
import type { TicketPriority, TicketStatus } from '@tikethet/shared/tickets';
import type { Knex } from 'knex';
import { z } from 'zod';
import { requirePerson, type Ctx } from '../context';
import { decodeKeyset, encodeKeyset } from '../keyset';
import { completeTickets } from './loadTickets';
import { accessTo, ticketScope } from './policy';
import { searchSubquery } from './searchTickets';
import { showTickets } from './showTicket';
import { Ticket } from './ticket';

export interface ListTicketsInput {
  status?: readonly TicketStatus[];
  priority?: readonly TicketPriority[];
  categoryId?: readonly string[];
  /** `me`, `none` or a person's id. */
  assigneeId?: string;
  customerId?: string;
  /** Created at this moment or later. */
  createdFrom?: string;
  /** Created before this moment. */
  createdTo?: string;
  search?: string;
  sort: 'updated' | 'created' | 'priority';
  /** 1–100. */
  limit: number;
  cursor?: string;
}

interface Order {
  /** Columns, all descending; the id makes the order total. */
  columns: readonly string[];
  shape: z.ZodType<(string | number)[]>;
  keyOf: (ticket: Ticket & { priorityRank: number }) => (string | number)[];
}

const ORDERS: Record<ListTicketsInput['sort'], Order> = {
  updated: {
    columns: ['updated_at', 'id'],
    shape: z.tuple([z.iso.datetime(), z.uuid()]),
    keyOf: (ticket) => [ticket.updatedAt.toISOString(), ticket.id],
  },
  created: {
    columns: ['created_at', 'id'],
    shape: z.tuple([z.iso.datetime(), z.uuid()]),
    keyOf: (ticket) => [ticket.createdAt.toISOString(), ticket.id],
  },
  priority: {
    columns: ['priority_rank', 'updated_at', 'id'],
    shape: z.tuple([z.number().int(), z.iso.datetime(), z.uuid()]),
    keyOf: (ticket) => [ticket.priorityRank, ticket.updatedAt.toISOString(), ticket.id],
  },
};

/**
 * Tickets the person may see, a page at a time. A search looks at the 500 newest matches of each
 * way of matching.
 * @throws AppError `invalid_cursor`
 */
export async function listTickets(
  ctx: Ctx,
  input: ListTicketsInput,
): Promise<{ items: TicketResource[]; nextCursor: string | null }> {
  const person = requirePerson(ctx);
  const order = ORDERS[input.sort];
  const scope = ticketScope(person);
  const query = Ticket.query(ctx.trx).whereRaw(scope.sql, scope.bindings);
  if (input.status) query.whereIn('status', [...input.status]);
  if (input.priority) query.whereIn('priority', [...input.priority]);
  if (input.categoryId) query.whereIn('categoryId', [...input.categoryId]);
  if (input.customerId) query.where('customerId', input.customerId);
  if (input.createdFrom) query.where('createdAt', '>=', input.createdFrom);
  if (input.createdTo) query.where('createdAt', '<', input.createdTo);
  if (input.assigneeId === 'none') query.whereNull('assigneeId');
  else if (input.assigneeId !== undefined) {
    query.where('assigneeId', input.assigneeId === 'me' ? person.id : input.assigneeId);
  }
  if (input.search !== undefined) {
    const found = searchSubquery(person, input.search);
    query.whereRaw(`tickets.id in (${found.sql})`, found.bindings);
  }
  if (input.cursor !== undefined) {
    const after = decodeKeyset(input.cursor, order.shape);
    query.whereRaw(
      `(${order.columns.join(', ')}) < (${after.map(() => '?').join(', ')})`,
      after as Knex.RawBinding[],
    );
  }
  for (const column of order.columns) query.orderBy(column, 'desc');
  const rows = await query.limit(input.limit + 1);
  const page = rows.slice(0, input.limit);
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
      rows.length > input.limit && last !== undefined
        ? encodeKeyset(order.keyOf(last as Ticket & { priorityRank: number }))
        : null,
  };
}
