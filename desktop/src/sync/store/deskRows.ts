import type { Category, User } from '@tikethet/shared/contracts';
import { isStaff } from '@tikethet/shared/permissions';
import type { Database } from './database';
import type { ThumbnailRows } from './thumbnailRows';

/** People and categories of a replica. */
export interface DeskRows {
  person(id: string): User | null;
  putUser(user: User): void;
  putCategories(categories: readonly Category[]): void;
  putCategory(category: Category): void;
  dropCategory(id: string): void;
}

export function createDeskRows(
  database: Database,
  thumbnails: Pick<ThumbnailRows, 'face'>,
): DeskRows {
  function putCategory(category: Category): void {
    const body = JSON.stringify(category);
    database.run('insert or replace into categories values (?, ?)', category.id, body);
  }

  return {
    person(id) {
      const row = database.get<{ body: string }>('select body from people where id = ?', id);
      return row === undefined ? null : (JSON.parse(row.body) as User);
    },
    putUser(user) {
      const staff = isStaff(user.role) ? 1 : 0;
      const body = JSON.stringify(user);
      database.run('insert or replace into people values (?, ?, ?)', user.id, staff, body);
      thumbnails.face(user);
    },
    putCategories(categories) {
      database.run('delete from categories');
      for (const category of categories) putCategory(category);
    },
    putCategory,
    dropCategory(id) {
      database.run('delete from categories where id = ?', id);
    },
  };
}
