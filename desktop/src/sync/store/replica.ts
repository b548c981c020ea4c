import type { Database } from './database';
import { createDeskRows, type DeskRows } from './deskRows';
import { createMessageRows, type MessageRows } from './messageRows';
import { createReplicaMeta, type ReplicaMeta } from './replicaMeta';
import { createSavedViews, type SavedViews } from './savedViews';
import { createSearchIndex, type SearchIndex } from './searchIndex';
import { createThumbnailRows, type ThumbnailRows } from './thumbnailRows';
import { createTicketRows, type TicketRows } from './ticketRows';

/** The person's copy of what they work with. Writes belong into {@link Replica.write}. */
export interface Replica extends TicketRows, MessageRows, DeskRows, ReplicaMeta {
  readonly database: Database;
  readonly search: SearchIndex;
  readonly views: SavedViews;
  readonly thumbnails: ThumbnailRows;
  /** Runs changes as one: all or none of them are kept. */
  write<T>(work: () => T): T;
  /** Forgets everything but what says whose it is. */
  clear(): void;
}

/** Tables that {@link Replica.clear} empties; what belongs to a ticket goes with it. */
const CLEARED = [
  ...['tickets', 'people', 'categories', 'saved_views', 'gone', 'strays', 'answers', 'meta'],
];

export function createReplica(database: Database): Replica {
  const search = createSearchIndex(database);
  const meta = createReplicaMeta(database);
  const thumbnails = createThumbnailRows(database);
  const tickets = createTicketRows(database, search, meta);
  return {
    database,
    search,
    views: createSavedViews(database),
    thumbnails,
    ...meta,
    ...tickets,
    ...createMessageRows(database, search, meta, tickets, thumbnails),
    ...createDeskRows(database, thumbnails),
    write(work) {
      try {
        return database.transaction(work);
      } catch (error) {
        search.rolledBack();
        meta.forgetGeneration();
        throw error;
      }
    },
    clear() {
      for (const table of CLEARED) database.run(`delete from ${table}`);
      search.clear();
      meta.forgetGeneration();
    },
  };
}
