import type { Message } from '@tikethet/shared/contracts';
import { withMessage } from '@tikethet/shared/tickets';
import type { Database } from './database';
import { freeDoc } from './docs';
import type { ReplicaMeta } from './replicaMeta';
import type { SearchIndex } from './searchIndex';
import type { ThumbnailRows } from './thumbnailRows';
import type { TicketRows } from './ticketRows';

/** The conversations of a replica. */
export interface MessageRows {
  /** The newest message's place in its conversation; null when nothing of it is here. */
  lastPosition(ticketId: string): number | null;
  /**
   * Takes a message of a ticket that is here; others are passed over.
   * @returns whether it was not known before
   */
  putMessage(message: Message, from: 'feed' | 'page'): boolean;
  /** Takes a message that stood in another ticket; with its new ticket not here it is forgotten. */
  moveMessage(message: Message): void;
  /** A public message moves its ticket up; one by somebody else is unread. */
  touch(message: Message, meId: string): void;
  changeMessage(id: string, change: (message: Message) => Message): void;
}

export function createMessageRows(
  database: Database,
  search: SearchIndex,
  { generation }: Pick<ReplicaMeta, 'generation'>,
  { changeTicket }: Pick<TicketRows, 'changeTicket'>,
  thumbnails: Pick<ThumbnailRows, 'note'>,
): MessageRows {
  function isHere(ticketId: string): boolean {
    return database.get('select 1 from tickets where id = ?', ticketId) !== undefined;
  }

  function putMessage(message: Message, from: 'feed' | 'page'): boolean {
    if (!isHere(message.ticketId)) return false;
    const body = JSON.stringify(message);
    const row = database.get<{ doc: number; generation: number; body: string }>(
      'select doc, generation, body from messages where id = ?',
      message.id,
    );
    if (row === undefined) {
      const doc = freeDoc(database, 'messages', message.createdAt);
      database.run(
        `insert into messages (doc, id, ticket_id, position, generation, body)
         values (?, ?, ?, ?, ?, ?)`,
        doc,
        message.id,
        message.ticketId,
        message.position,
        from === 'feed' ? generation() : 0,
        body,
      );
      search.put(doc, message.content);
      thumbnails.note(doc, message);
      return true;
    }
    // The feed has told of it since this snapshot began: that is newer than any page.
    if (from === 'page' && row.generation >= generation()) return false;
    database.run(
      'update messages set body = ?, generation = ? where doc = ?',
      body,
      from === 'feed' ? generation() : row.generation,
      row.doc,
    );
    thumbnails.note(row.doc, message);
    // An own message comes twice, by the answer to its sending and by the feed: indexing costs most.
    if ((JSON.parse(row.body) as Message).content === message.content) return false;
    search.drop(row.doc);
    search.put(row.doc, message.content);
    return false;
  }

  return {
    putMessage,
    lastPosition(ticketId) {
      const row = database.get<{ position: number | null }>(
        'select max(position) as position from messages where ticket_id = ?',
        ticketId,
      );
      return row?.position ?? null;
    },
    moveMessage(message) {
      const row = database.get<{ doc: number }>(
        'select doc from messages where id = ?',
        message.id,
      );
      if (row !== undefined) {
        search.drop(row.doc);
        database.run('delete from messages where doc = ?', row.doc);
      }
      putMessage(message, 'feed');
    },
    touch(message, meId) {
      const hidden = message.internal || message.author.side === 'SYSTEM';
      const others = message.author.id !== meId && message.author.side !== 'SYSTEM';
      if (hidden && !others) return;
      changeTicket(message.ticketId, (ticket) => {
        const unread = ticket.unread !== null && others ? ticket.unread + 1 : ticket.unread;
        return { ...withMessage(ticket, message), unread };
      });
    },
    changeMessage(id, change) {
      const row = database.get<{ body: string }>('select body from messages where id = ?', id);
      if (row !== undefined) putMessage(change(JSON.parse(row.body) as Message), 'feed');
    },
  };
}
