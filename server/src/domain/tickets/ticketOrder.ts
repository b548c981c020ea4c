import type { TicketSort } from '@tikethet/shared/tickets';
import { z } from 'zod';
import type { Ticket } from './ticket';

/** A row as the database gives it. */
export type RankedTicket = Ticket & { priorityRank: number };

export interface TicketOrder {
  /** SQL, the ticket's id last: it makes the order total. An index serves each list. */
  columns: readonly string[];
  /** Of all columns alike, so that a row comparison finds the next page. */
  direction: 'asc' | 'desc';
  /** Of a cursor. */
  shape: z.ZodType<(string | number)[]>;
  keyOf: (ticket: RankedTicket) => (string | number)[];
}

/** What has no moment stands behind everything that has one. */
const NEVER = 'infinity';
const moment = z.union([z.iso.datetime(), z.literal(NEVER)]);

function momentOf(at: Date | null): string {
  return at === null ? NEVER : at.toISOString();
}

export const TICKET_ORDERS: Readonly<Record<TicketSort, TicketOrder>> = {
  updated: {
    columns: ['updated_at', 'id'],
    direction: 'desc',
    shape: z.tuple([z.iso.datetime(), z.uuid()]),
    keyOf: (ticket) => [ticket.updatedAt.toISOString(), ticket.id],
  },
  created: {
    columns: ['created_at', 'id'],
    direction: 'desc',
    shape: z.tuple([z.iso.datetime(), z.uuid()]),
    keyOf: (ticket) => [ticket.createdAt.toISOString(), ticket.id],
  },
  priority: {
    columns: ['priority_rank', 'updated_at', 'id'],
    direction: 'desc',
    shape: z.tuple([z.number().int(), z.iso.datetime(), z.uuid()]),
    keyOf: (ticket) => [ticket.priorityRank, ticket.updatedAt.toISOString(), ticket.id],
  },
  due: {
    columns: [`coalesce(due_at, '${NEVER}')`, 'id'],
    direction: 'asc',
    shape: z.tuple([moment, z.uuid()]),
    keyOf: (ticket) => [momentOf(ticket.dueAt), ticket.id],
  },
  waiting: {
    columns: [`coalesce(waiting_since, '${NEVER}')`, 'id'],
    direction: 'asc',
    shape: z.tuple([moment, z.uuid()]),
    keyOf: (ticket) => [momentOf(ticket.waitingSince), ticket.id],
  },
};
