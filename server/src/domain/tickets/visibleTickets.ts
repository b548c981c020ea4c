import { requirePerson, type Ctx } from '../context';
import { ticketScope } from './policy';

/** Those of some tickets that the actor sees as staff. */
export async function visibleTickets(ctx: Ctx, ids: readonly string[]): Promise<string[]> {
  const scope = ticketScope(requirePerson(ctx), 'tickets', 'staff');
  const rows = await ctx
    .trx<{ id: string }>('tickets')
    .whereIn('id', [...ids])
    .whereRaw(scope.sql, scope.bindings)
    .select('id');
  return rows.map(({ id }) => id);
}
