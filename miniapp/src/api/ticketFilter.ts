import type { Ticket } from '@tikethet/shared/contracts';
import type { TicketPriority, TicketStatus } from '@tikethet/shared/tickets';

/** Which of the person's tickets a list shows. Days are the person's own, like `2026-03-09`. */
export interface TicketFilter {
  status: TicketStatus | null;
  categoryIds: readonly string[];
  priorities: readonly TicketPriority[];
  /** Created on this day or later. */
  from: string | null;
  /** Created on this day or earlier. */
  to: string | null;
  search: string;
}

export const NO_FILTER: TicketFilter = {
  status: null,
  categoryIds: [],
  priorities: [],
  from: null,
  to: null,
  search: '',
};

/** Midnight at the beginning of a day, or of the day after it, in the person's zone. */
function midnight(day: string, daysLater = 0): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + daysLater).toISOString();
}

/** The filter as the API takes it; what filters nothing is left out. */
export function toQuery(filter: TicketFilter) {
  const { status, categoryIds, priorities, from, to, search } = filter;
  return {
    ...(status && { status }),
    ...(categoryIds.length > 0 && { categoryId: categoryIds.join(',') }),
    ...(priorities.length > 0 && { priority: priorities.join(',') }),
    ...(from !== null && { createdFrom: midnight(from) }),
    ...(to !== null && { createdTo: midnight(to, 1) }),
    ...(search !== '' && { search }),
  };
}

/** Whether a ticket belongs into the list; what a search matches is the server's to say. */
export function matches(ticket: Ticket, filter: TicketFilter): boolean {
  const { status, categoryIds, priorities, from, to } = filter;
  return (
    (status === null || status === ticket.status) &&
    (categoryIds.length === 0 || categoryIds.includes(ticket.categoryId)) &&
    (priorities.length === 0 || priorities.includes(ticket.priority)) &&
    (from === null || ticket.createdAt >= midnight(from)) &&
    (to === null || ticket.createdAt < midnight(to, 1))
  );
}

/** How many filters are in use besides status and search. */
export function countFilters({ categoryIds, priorities, from, to }: TicketFilter): number {
  return categoryIds.length + priorities.length + (from !== null || to !== null ? 1 : 0);
}
