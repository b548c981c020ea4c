import { CUSTOMER_CHANGES, type TicketChange as ChangeResource } from '@tikethet/shared/contracts';
import { z } from 'zod';
import type { Ctx } from '../context';
import { decodeKeyset, encodeKeyset } from '../keyset';
import { User } from '../people/user';
import { getVisibleTicket } from '../tickets/loadTickets';
import { peopleOf, presentChange, TicketChange } from './ticketChange';

export interface ListTimelineInput {
  id: string;
  order: 'asc' | 'desc';
  /** 1–100. */
  limit: number;
  cursor?: string;
}

const keyset = z.tuple([z.number().int()]);

/** What changed of a ticket, in its order. @throws AppError `not_found`, `invalid_cursor` */
export async function listTimeline(
  ctx: Ctx,
  input: ListTimelineInput,
): Promise<{ items: ChangeResource[]; nextCursor: string | null }> {
  const { full, access } = await getVisibleTicket(ctx, input.id);
  const query = TicketChange.query(ctx.trx)
    .where('ticketId', input.id)
    .orderBy('seq', input.order)
    .limit(input.limit + 1);
  if (access === 'customer') query.whereIn('field', [...CUSTOMER_CHANGES]);
  if (input.cursor !== undefined) {
    const [seq] = decodeKeyset(input.cursor, keyset);
    query.where('seq', input.order === 'asc' ? '>' : '<', seq);
  }
  const rows = await query;
  const page = rows.slice(0, input.limit);
  const people = await User.query(ctx.trx).findByIds([...new Set(page.flatMap(peopleOf))]);
  const names = new Map(people.map((user) => [user.id, user.shownName]));
  const last = page.at(-1);
  return {
    items: page.map((row) => presentChange(row, full.ticket.customerId, names)),
    nextCursor: rows.length > input.limit && last !== undefined ? encodeKeyset([last.seq]) : null,
  };
}
