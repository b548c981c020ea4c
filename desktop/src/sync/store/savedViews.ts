import type { SavedView } from '@tikethet/shared/contracts';
import type { Database } from './database';

/** The person's views and the team's, as the desk said them, in the person's order. */
export interface SavedViews {
  all(): SavedView[];
  /** These are all there are. */
  replace(views: readonly SavedView[]): void;
  put(view: SavedView): void;
  drop(id: string): void;
  order(ids: readonly string[]): void;
}

/** Places of views that were never placed: behind the others, the oldest first. */
const LAST = 1_000_000;

export function createSavedViews(database: Database): SavedViews {
  function insert(view: SavedView, place: number): void {
    const body = JSON.stringify(view);
    database.run('insert or replace into saved_views values (?, ?, ?)', view.id, place, body);
  }
  return {
    all: () =>
      database
        .all<{ body: string }>('select body from saved_views order by place, id')
        .map(({ body }) => JSON.parse(body) as SavedView),
    replace(views) {
      database.run('delete from saved_views');
      for (const [place, view] of views.entries()) insert(view, place);
    },
    put(view) {
      const known = database.get<{ place: number }>(
        'select place from saved_views where id = ?',
        view.id,
      );
      insert(view, known?.place ?? LAST);
    },
    drop(id) {
      database.run('delete from saved_views where id = ?', id);
    },
    order(ids) {
      database.run(`update saved_views set place = ${LAST}`);
      for (const [place, id] of ids.entries()) {
        database.run('update saved_views set place = ? where id = ?', place, id);
      }
    },
  };
}
