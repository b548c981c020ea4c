import { ticketFilters } from '@tikethet/shared/contracts';
import { requirePerson, type Ctx } from '../context';
import { filteredTickets } from '../tickets/ticketFilters';
import { orderedViews } from './listViews';

/** Tickets counted per view: what is more than that is many. */
const MOST = 1_000;
/** Views counted at once; those further down the list say nothing. */
const VIEWS = 50;

/** How many tickets the person's first views hold for them; 1000: a thousand or more. */
export async function countViews(ctx: Ctx): Promise<{ counts: Record<string, number> }> {
  const person = requirePerson(ctx);
  const counts: Record<string, number> = {};
  for (const view of (await orderedViews(ctx)).slice(0, VIEWS)) {
    const filters = ticketFilters.safeParse(view.filters);
    // Written under an older contract: its owner can mend it.
    if (!filters.success) continue;
    const { sort: _, ...wanted } = filters.data;
    const some = filteredTickets(ctx, person, wanted).select('tickets.id').limit(MOST);
    const counted = await ctx.trx
      .count<{ number: number }[]>({ number: '*' })
      .from(some.toKnexQuery().as('some'));
    counts[view.id] = counted[0]?.number ?? 0;
  }
  return { counts };
}
