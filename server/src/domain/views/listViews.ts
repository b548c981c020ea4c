import type { SavedView } from '@tikethet/shared/contracts';
import { requirePerson, type Ctx } from '../context';
import { presentView, visibleViews, type View } from './view';

/** Views that a person is shown; a team keeps far fewer. */
export const MOST_VIEWS = 200;

/** The person's views and the team's in the person's order; those never placed last, oldest first. */
export async function orderedViews(ctx: Ctx): Promise<View[]> {
  const person = requirePerson(ctx);
  const views = await visibleViews(ctx).orderBy(['createdAt', 'id']).limit(MOST_VIEWS);
  const kept = await ctx
    .trx<{ user_id: string; view_ids: string[] }>('saved_view_orders')
    .where('user_id', person.id)
    .first('view_ids');
  const places = new Map((kept?.view_ids ?? []).map((id, at) => [id, at]));
  const placeOf = ({ id }: View) => places.get(id) ?? Infinity;
  return views.sort((a, b) => (placeOf(a) === placeOf(b) ? 0 : placeOf(a) - placeOf(b)));
}

export async function listViews(ctx: Ctx): Promise<{ items: SavedView[] }> {
  return { items: (await orderedViews(ctx)).map(presentView) };
}
