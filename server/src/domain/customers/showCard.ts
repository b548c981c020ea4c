import type { CustomerCard } from '@tikethet/shared/contracts';
import { ACTIVE_STATUSES } from '@tikethet/shared/tickets';
import { requirePerson, type Ctx } from '../context';
import { seeUser } from '../people/seeUser';
import { User } from '../people/user';
import { ticketScope } from '../tickets/policy';
import { CustomerNote, presentNote } from './customerNote';

/** More than anybody reads beside a conversation. */
const MOST_NOTES = 100;

interface Numbers {
  total: number;
  active: number;
  rated: number;
  average: number | null;
  first: Date | null;
}

/**
 * What staff know of a customer: whoever may know the person sees it, the numbers count the tickets
 * that they may see.
 * @throws AppError `not_found`
 */
export async function showCard(ctx: Ctx, { id }: { id: string }): Promise<CustomerCard> {
  await seeUser(ctx, { id });
  const notes = await CustomerNote.query(ctx.trx)
    .where('customerId', id)
    .orderBy([
      { column: 'createdAt', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(MOST_NOTES);
  const authors = await User.query(ctx.trx).findByIds([
    ...new Set(notes.map((one) => one.authorId)),
  ]);
  const names = new Map(authors.map((author) => [author.id, author.shownName]));
  const tags = await ctx
    .trx<{ customer_id: string; tag: string }>('customer_tags')
    .where({ customer_id: id })
    .orderBy('tag');
  const numbers = await count(ctx, id);
  return {
    customerId: id,
    tags: tags.map(({ tag }) => tag),
    notes: notes.map((note) => presentNote(note, names.get(note.authorId) ?? '')),
    tickets: { total: numbers.total, active: numbers.active },
    rating:
      numbers.average === null
        ? null
        : { average: Math.round(numbers.average * 10) / 10, count: numbers.rated },
    firstTicketAt: numbers.first?.toISOString() ?? null,
  };
}

async function count(ctx: Ctx, customerId: string): Promise<Numbers> {
  const scope = ticketScope(requirePerson(ctx), 'tickets', 'staff');
  const { rows } = await ctx.trx.raw<{ rows: Numbers[] }>(
    `select count(*) as total,
       count(*) filter (where status = any(?)) as active,
       count(rating) as rated,
       avg(rating)::float as average,
       min(created_at) as first
     from tickets where customer_id = ? and merged_into_id is null and ${scope.sql}`,
    [[...ACTIVE_STATUSES], customerId, ...scope.bindings],
  );
  return rows[0] ?? { total: 0, active: 0, rated: 0, average: null, first: null };
}
