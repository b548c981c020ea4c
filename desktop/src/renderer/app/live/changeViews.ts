import type { QueryClient } from '@tanstack/react-query';
import type { SavedView } from '@tikethet/shared/contracts';
import type { FeedEvent } from '@tikethet/shared/events';
import { keys } from '../keys';

export interface Views {
  items: SavedView[];
}

type ViewEvent = Extract<FeedEvent, { type: 'view.changed' | 'view.deleted' | 'view.ordered' }>;

/** In the order of these ids; the others behind them, as they were. */
export function inOrder(views: readonly SavedView[], ids: readonly string[]): SavedView[] {
  const placeOf = ({ id }: SavedView) => (ids.includes(id) ? ids.indexOf(id) : Infinity);
  return views.toSorted((a, b) => (placeOf(a) === placeOf(b) ? 0 : placeOf(a) - placeOf(b)));
}

export function withView(views: readonly SavedView[], view: SavedView): SavedView[] {
  const known = views.some(({ id }) => id === view.id);
  return known ? views.map((one) => (one.id === view.id ? view : one)) : [...views, view];
}

/** The saved views after one of them, or their order, has changed. */
export function changeViews(client: QueryClient, event: ViewEvent): void {
  client.setQueryData<Views>(keys.views, (known) => {
    if (known === undefined) return undefined;
    const { items } = known;
    switch (event.type) {
      case 'view.changed':
        return { items: withView(items, event.data) };
      case 'view.deleted':
        return { items: items.filter(({ id }) => id !== event.data.id) };
      case 'view.ordered':
        return { items: inOrder(items, event.data.ids) };
    }
  });
  // What a view that is new or another list now holds has yet to be counted.
  if (event.type === 'view.changed') void client.invalidateQueries({ queryKey: keys.viewCounts });
}
