import type { InputOf, ParsedInputOf, SavedView } from '@tikethet/shared/contracts';
import type { QueuedRow } from './queue';

type ViewCommand = Pick<QueuedRow, 'operation' | 'input' | 'at'>;

function afterOne(
  views: readonly SavedView[],
  { operation, input, at }: ViewCommand,
  meId: string,
): SavedView[] {
  switch (operation) {
    // Main has checked each input against its operation before it was kept.
    case 'views.create': {
      const view = input as InputOf<'views.create'>;
      if (views.some(({ id }) => id === view.id)) return [...views];
      const { id, name, filters, shared = false } = view;
      return [...views, { id, name, filters, shared, ownerId: meId, updatedAt: at }];
    }
    case 'views.update': {
      const { id, ...changes } = input as ParsedInputOf<'views.update'>;
      return views.map((view) => (view.id === id ? { ...view, ...changes } : view));
    }
    case 'views.delete':
      return views.filter(({ id }) => id !== input['id']);
    case 'views.reorder': {
      const { ids } = input as ParsedInputOf<'views.reorder'>;
      const placeOf = ({ id }: SavedView) => (ids.includes(id) ? ids.indexOf(id) : Infinity);
      return views.toSorted((a, b) => (placeOf(a) === placeOf(b) ? 0 : placeOf(a) - placeOf(b)));
    }
    default:
      return [...views];
  }
}

/** A person's views as they will be when the desk has taken what waits. */
export function viewsAfter(
  views: readonly SavedView[],
  waiting: readonly (ViewCommand & Pick<QueuedRow, 'held'>)[],
  meId: string,
): SavedView[] {
  return waiting
    .filter(({ held }) => !held)
    .reduce((next, command) => afterOne(next, command, meId), [...views]);
}
