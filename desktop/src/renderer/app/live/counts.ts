import type { Ticket, TicketCounts } from '@tikethet/shared/contracts';
import { isActive } from '@tikethet/shared/tickets';

function weigh(counts: TicketCounts, ticket: Ticket, meId: string, weight: 1 | -1): TicketCounts {
  const active = isActive(ticket.status) ? weight : 0;
  return {
    ...counts,
    byStatus: {
      ...counts.byStatus,
      [ticket.status]: (counts.byStatus[ticket.status] ?? 0) + weight,
    },
    byCategory: {
      ...counts.byCategory,
      [ticket.categoryId]: (counts.byCategory[ticket.categoryId] ?? 0) + active,
    },
    active: counts.active + active,
    mine: counts.mine + (ticket.assigneeId === meId ? active : 0),
    unassigned: counts.unassigned + (ticket.assigneeId === null ? active : 0),
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
