import type { Ticket, TicketFilters } from '@tikethet/shared/contracts';
import { TICKET_PRIORITIES } from '@tikethet/shared/tickets';

function listed(list: string | undefined, value: string): boolean {
  return list === undefined || list.split(',').includes(value);
}

/**
 * Whether a ticket belongs into a list, judged here without asking the server. `unknown`: the list
 * is a search, whose matching only the server knows.
 */
export function matches(
  ticket: Ticket,
  filters: TicketFilters,
  meId: string,
): 'yes' | 'no' | 'unknown' {
  if (!listed(filters.status, ticket.status)) return 'no';
  if (!listed(filters.priority, ticket.priority)) return 'no';
  if (!listed(filters.categoryId, ticket.categoryId)) return 'no';
  if (filters.customerId !== undefined && filters.customerId !== ticket.customerId) return 'no';
  if (filters.assigneeId === 'none' && ticket.assigneeId !== null) return 'no';
  if (filters.assigneeId !== undefined && filters.assigneeId !== 'none') {
    const wanted = filters.assigneeId === 'me' ? meId : filters.assigneeId;
    if (ticket.assigneeId !== wanted) return 'no';
  }
  return filters.search === undefined ? 'yes' : 'unknown';
}

function urgency(ticket: Ticket): number {
  return TICKET_PRIORITIES.indexOf(ticket.priority);
}

function later(a: string, b: string): number {
  return a === b ? 0 : a > b ? -1 : 1;
}

/** The order of `GET /tickets`: negative when `a` stands above `b`. */
export function compareTickets(a: Ticket, b: Ticket, sort: TicketFilters['sort']): number {
  if (sort === 'created') return later(a.createdAt, b.createdAt) || later(a.id, b.id);
  if (sort === 'priority' && a.priority !== b.priority) return urgency(b) - urgency(a);
  return later(a.updatedAt, b.updatedAt) || later(a.id, b.id);
}
