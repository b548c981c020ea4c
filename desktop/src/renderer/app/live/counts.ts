import type { Ticket, TicketCounts, TicketFilters } from '@tikethet/shared/contracts';
import { DUE_SOON_MINUTES, isActive } from '@tikethet/shared/tickets';
import { matches } from './matching';

function isAtRisk({ dueAt }: Ticket): boolean {
  return dueAt !== null && Date.parse(dueAt) <= Date.now() + DUE_SOON_MINUTES * 60_000;
}

function weigh(counts: TicketCounts, ticket: Ticket, meId: string, weight: 1 | -1): TicketCounts {
  const active = isActive(ticket.status) ? weight : 0;
  const awake = ticket.snoozedUntil === null ? active : 0;
  const byTag = { ...counts.byTag };
  for (const tag of ticket.tags) byTag[tag] = (byTag[tag] ?? 0) + awake;
  return {
    ...counts,
    byStatus: {
      ...counts.byStatus,
      [ticket.status]: (counts.byStatus[ticket.status] ?? 0) + weight,
    },
    byCategory: {
      ...counts.byCategory,
      [ticket.categoryId]: (counts.byCategory[ticket.categoryId] ?? 0) + awake,
    },
    byTag,
    active: counts.active + awake,
    mine: counts.mine + (ticket.assigneeId === meId ? awake : 0),
    unassigned: counts.unassigned + (ticket.assigneeId === null ? awake : 0),
    waiting: counts.waiting + (ticket.status === 'WAITING_RESPONSE' ? awake : 0),
    atRisk: counts.atRisk + (isAtRisk(ticket) ? awake : 0),
    mentions: counts.mentions + (ticket.mentionedIds.includes(meId) ? active : 0),
    snoozed: counts.snoozed + active - awake,
    pinned: counts.pinned + (ticket.pinned === true ? weight : 0),
  };
}

/**
 * Counts after a ticket turned from `before` into `after` (null: it was not, or is no longer,
 * visible). The server's own counts are read again soon after; this is what stands meanwhile.
 */
export function countsAfter(
  counts: TicketCounts,
  before: Ticket | null,
  after: Ticket | null,
  meId: string,
): TicketCounts {
  const left = before ? weigh(counts, before, meId, -1) : counts;
  return after ? weigh(left, after, meId, 1) : left;
}

/** The same for what the saved views hold, as far as a ticket's place in them can be told here. */
export function viewCountsAfter(
  counts: Readonly<Record<string, number>>,
  views: readonly { id: string; filters: TicketFilters }[],
  before: Ticket | null,
  after: Ticket | null,
  meId: string,
): Record<string, number> {
  const next = { ...counts };
  const holds = (ticket: Ticket | null, filters: TicketFilters) =>
    ticket !== null && matches(ticket, filters, meId) === 'yes' ? 1 : 0;
  for (const { id, filters } of views) {
    const known = next[id];
    // A thousand means more: one of them changes nothing.
    if (known === undefined || known >= 1_000) continue;
    next[id] = Math.max(0, known + holds(after, filters) - holds(before, filters));
  }
  return next;
}
