import { requirePermission, type Ctx } from '../context';
import { completeTickets } from './loadTickets';
import { accessTo, ticketScope } from './policy';
import { Ticket, type TicketInFull } from './ticket';

/** A place in the queue: urgency, how long it waits (milliseconds since 1970), ticket. */
export type QueuePlace = readonly [rank: number, updatedAt: number, id: string];

export interface QueuePage {
  items: TicketInFull[];
  /** Where the page before and the page after begin; null: there is none. */
  before: QueuePlace | null;
  after: QueuePlace | null;
  /** Tickets in the whole queue. */
  total: number;
}

type Ranked = Ticket & { priorityRank: number };

function placeOf({ priorityRank, updatedAt, id }: Ranked): QueuePlace {
  return [priorityRank, updatedAt.getTime(), id];
}

/**
 * Tickets that wait for the team and that the person holds or could take: the most urgent first,
 * and among those the one that has waited longest.
 * @param from where the page begins: after a place, or before it
 * @throws AppError `forbidden`
 */
export async function staffQueue(
  ctx: Ctx,
  { limit, from }: { limit: number; from?: { side: 'before' | 'after'; place: QueuePlace } },
): Promise<QueuePage> {
  const person = requirePermission(ctx, 'ticket.take');
  const scope = ticketScope(person, 'tickets', 'staff');
  const queue = () =>
    Ticket.query(ctx.trx)
      .whereRaw(scope.sql, scope.bindings)
      .whereIn('status', ['OPEN', 'IN_PROGRESS'])
      .where((own) => own.whereNull('assigneeId').orWhere('assigneeId', person.id));
  const back = from?.side === 'before';
  const query = queue()
    .orderByRaw(`-priority_rank ${back ? 'desc' : 'asc'}`)
    .orderBy('updatedAt', back ? 'desc' : 'asc')
    .orderBy('id', back ? 'desc' : 'asc');
  if (from !== undefined) {
    // The rank descends and the rest ascends: negated, one comparison of rows says it all.
    const [rank, updatedAt, id] = from.place;
    query.whereRaw(`(-priority_rank, updated_at, id) ${back ? '<' : '>'} (?, ?, ?)`, [
      -rank,
      new Date(updatedAt),
      id,
    ]);
  }
  const rows = (await query.limit(limit + 1)) as Ranked[];
  const more = rows.length > limit;
  const page = rows.slice(0, limit);
  if (back) page.reverse();
  const [first, last] = [page[0], page.at(-1)];
  const items = (await completeTickets(ctx.trx, page)).filter(
    (item) => accessTo(person, item) === 'full',
  );
  return {
    items,
    before: first !== undefined && (back ? more : from !== undefined) ? placeOf(first) : null,
    after: last !== undefined && (back || more) ? placeOf(last) : null,
    total: await queue().resultSize(),
  };
}
