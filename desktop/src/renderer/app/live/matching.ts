import type { Ticket, TicketFilters } from '@tikethet/shared/contracts';
import {
  createdSince,
  DUE_SOON_MINUTES,
  splitList,
  TICKET_PRIORITIES,
} from '@tikethet/shared/tickets';

function listed(list: string | undefined, value: string): boolean {
  return list === undefined || list.split(',').includes(value);
}

function isDue(due: string | null, wanted: TicketFilters['due'], now: number): boolean {
  if (wanted === undefined) return true;
  if (due === null) return false;
  if (wanted === 'any') return true;
  return Date.parse(due) <= now + (wanted === 'risk' ? DUE_SOON_MINUTES * 60_000 : 0);
}

function isHeldBy(ticket: Ticket, wanted: string | undefined, meId: string): boolean {
  if (wanted === undefined) return true;
  if (wanted === 'none') return ticket.assigneeId === null;
  return ticket.assigneeId === (wanted === 'me' ? meId : wanted);
}

function isOfAge(ticket: Ticket, filters: TicketFilters, now: number): boolean {
  const { createdFrom, createdTo, createdWithin } = filters;
  if (createdFrom !== undefined && ticket.createdAt < createdFrom) return false;
  if (createdTo !== undefined && ticket.createdAt >= createdTo) return false;
  return (
    createdWithin === undefined || ticket.createdAt >= createdSince(createdWithin, new Date(now))
  );
}

function hasTag(ticket: Ticket, tags: string | undefined): boolean {
  return tags === undefined || splitList(tags).some((tag) => ticket.tags.includes(tag));
}

function isRated(ticket: Ticket, ratings: string | undefined): boolean {
  return (
    ratings === undefined || (ticket.rating !== null && listed(ratings, String(ticket.rating)))
  );
}

/**
 * Whether a ticket belongs into a list, judged here without asking the server. `unknown`: the list
 * is a search, whose matching only the server knows, or depends on what this person has read while
 * that is not known here.
 * @param now milliseconds since 1970: what is late or at risk
 */
export function matches(
  ticket: Ticket,
  filters: TicketFilters,
  meId: string,
  now = Date.now(),
): 'yes' | 'no' | 'unknown' {
  const fits =
    listed(filters.status, ticket.status) &&
    listed(filters.priority, ticket.priority) &&
    listed(filters.categoryId, ticket.categoryId) &&
    listed(filters.channel, ticket.channel) &&
    listed(filters.customerId, ticket.customerId) &&
    hasTag(ticket, filters.tags) &&
    isRated(ticket, filters.rating) &&
    isHeldBy(ticket, filters.assigneeId, meId) &&
    isOfAge(ticket, filters, now) &&
    (filters.mentioned === undefined || ticket.mentionedIds.includes(meId)) &&
    (filters.pinned === undefined || ticket.pinned === true) &&
    (filters.snoozed === undefined ||
      (filters.snoozed === 'yes') === (ticket.snoozedUntil !== null)) &&
    isDue(ticket.dueAt, filters.due, now);
  if (!fits || (filters.unread !== undefined && ticket.unread === 0)) return 'no';
  const unsure =
    filters.search !== undefined || (filters.unread !== undefined && ticket.unread === null);
  return unsure ? 'unknown' : 'yes';
}

function urgency(ticket: Ticket): number {
  return TICKET_PRIORITIES.indexOf(ticket.priority);
}

function later(a: string, b: string): number {
  return a === b ? 0 : a > b ? -1 : 1;
}

/** The earlier first; what has no moment last. */
function earlier(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}

/** The order of `GET /tickets`: negative when `a` stands above `b`. */
export function compareTickets(a: Ticket, b: Ticket, sort: TicketFilters['sort']): number {
  if (sort === 'due') return earlier(a.dueAt, b.dueAt) || earlier(a.id, b.id);
  if (sort === 'waiting') return earlier(a.waitingSince, b.waitingSince) || earlier(a.id, b.id);
  if (sort === 'created') return later(a.createdAt, b.createdAt) || later(a.id, b.id);
  if (sort === 'priority' && a.priority !== b.priority) return urgency(b) - urgency(a);
  return later(a.updatedAt, b.updatedAt) || later(a.id, b.id);
}
