import type { FeedEvent } from '@tikethet/shared/events';
import type { Database } from './database';

/** A ticket of which the feed told something that found no place here. */
export interface Stray {
  ticketId: string;
  /** How often that happened: more of it may have come while it was being read. */
  times: number;
}

function isHere(database: Database, table: 'tickets' | 'messages', id: string): boolean {
  return database.get(`select 1 from ${table} where id = ?`, id) !== undefined;
}

/** The ticket whose copy here would miss this; null: it finds its place, or needs none. */
function strayOf(database: Database, { type, data, ticketId }: FeedEvent): string | null {
  switch (type) {
    case 'message.created':
    case 'message.edited':
    case 'message.updated':
    case 'message.deleted':
      return isHere(database, 'tickets', data.ticketId) ? null : data.ticketId;
    case 'messages.moved':
      return isHere(database, 'tickets', data.ticketId) ? null : data.ticketId;
    case 'delivery.changed':
      return isHere(database, 'messages', data.messageId) ? null : ticketId;
    default:
      return null;
  }
}

/**
 * Notes a fact that the replica cannot hold yet. Its ticket may be in a page that the desk read
 * before and that is still under way, or have moved to where no page will find it. Before the event
 * is applied, and in the same transaction.
 */
export function noteStray(database: Database, event: FeedEvent): void {
  const ticketId = strayOf(database, event);
  if (ticketId === null) return;
  database.run(
    `insert into strays (ticket_id, times) values (?, 1)
     on conflict (ticket_id) do update set times = times + 1`,
    ticketId,
  );
}

/** One that is to be read from the desk; null: there is none. */
export function nextStray(database: Database): Stray | null {
  return database.get<Stray>('select ticket_id as ticketId, times from strays limit 1') ?? null;
}

/** It was read: all that had been told of it by then is here. */
export function foundStray(database: Database, { ticketId, times }: Stray): void {
  database.run('delete from strays where ticket_id = ? and times = ?', ticketId, times);
}
