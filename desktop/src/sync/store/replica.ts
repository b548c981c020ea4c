import type { Category, Message, Ticket, User } from '@tikethet/shared/contracts';
import { isStaff } from '@tikethet/shared/permissions';
import { TICKET_PRIORITIES } from '@tikethet/shared/tickets';
import type { Database } from './database';
import { freeDoc } from './docs';
import { createSavedViews, type SavedViews } from './savedViews';
import { createSearchIndex, type SearchIndex } from './searchIndex';

/** How much of a conversation is here: nothing for sure, its end, or all of it. */
export type History = 'none' | 'end' | 'all';

/** Shows a ticket with the person's unsent changes; the same object when there are none. */
export type Overlay = (ticket: Ticket) => Ticket;

/** The person's copy of what they work with. Writes belong into {@link Replica.write}. */
export interface Replica {
  readonly database: Database;
  readonly search: SearchIndex;
  readonly views: SavedViews;
  /** Runs changes as one: all or none of them are kept. */
  write<T>(work: () => T): T;
  /** Unsent changes from now on; what is shown is worked out anew with {@link Replica.redraw}. */
  overlay(overlay: Overlay): void;
  /** Works out anew how a ticket is shown. Null: it is not here. */
  redraw(ticketId: string): Ticket | null;
  /** All tickets that are shown otherwise than the desk said. */
  redrawAll(ticketIds: readonly string[]): void;
  /** As shown. */
  ticket(id: string): Ticket | null;
  /** As the desk said. */
  base(id: string): Ticket | null;
  ticketIds(): string[];
  /** The newest message's place in its conversation; null when nothing of it is here. */
  lastPosition(ticketId: string): number | null;
  person(id: string): User | null;
  historyOf(id: string): History | null;
  setHistory(id: string, history: History): void;
  /**
   * Takes a ticket as the desk said it, unless something newer is known.
   * @param history what else is known of its conversation by that; null: nothing new
   */
  putTicket(ticket: Ticket, history: History | null): void;
  /** Changes what the desk said of a ticket, when it is here. */
  changeTicket(id: string, change: (ticket: Ticket) => Ticket): void;
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
  /** @param mark whether pages under way must not bring it back */
  dropTicket(id: string, mark: boolean): void;
  putUser(user: User): void;
  putCategories(categories: readonly Category[]): void;
  putCategory(category: Category): void;
  dropCategory(id: string): void;
  getMeta(key: string): string | null;
  setMeta(key: string, value: string | null): void;
  /** What is put from now on belongs to this snapshot. */
  generation(): number;
  startGeneration(): void;
  /** Forgets everything but what says whose it is. */
  clear(): void;
}

interface TicketRow {
  doc: number;
  body: string;
  shown: string | null;
  history: History;
}

/** Versions count changes of fields; messages move a ticket without one. */
function isOlder(said: Ticket, known: Ticket): boolean {
  if (said.version !== known.version) return said.version < known.version;
  return said.updatedAt < known.updatedAt;
}

function textOf(ticket: Ticket): string {
  const { customer } = ticket;
  const parts = [ticket.title, ticket.description, customer.displayName, customer.username ?? ''];
  return [...parts, ...ticket.tags].join(' ');
}

export function createReplica(database: Database): Replica {
  const search = createSearchIndex(database);
  let overlay: Overlay = (ticket) => ticket;

  function getMeta(key: string): string | null {
    const row = database.get<{ value: string }>('select value from meta where key = ?', key);
    return row?.value ?? null;
  }

  function setMeta(key: string, value: string | null): void {
    if (value === null) database.run('delete from meta where key = ?', key);
    else database.run('insert or replace into meta (key, value) values (?, ?)', key, value);
  }

  /** Asked for with every row that is written; read once. */
  let current: number | null = null;
  const generation = () => (current ??= Number(getMeta('generation') ?? '1'));

  function isHere(id: string): boolean {
    return database.get('select 1 from tickets where id = ?', id) !== undefined;
  }

  function rowOf(id: string): TicketRow | undefined {
    return database.get('select doc, body, shown, history from tickets where id = ?', id);
  }

  /** What lists look at is the ticket as it is shown. */
  function shownColumns(base: Ticket): { shown: Ticket; values: (string | number | null)[] } {
    const shown = overlay(base);
    const values = [
      shown.status,
      shown.priority,
      TICKET_PRIORITIES.indexOf(shown.priority),
      shown.categoryId,
      shown.assigneeId,
      shown.updatedAt,
      shown.channel,
      shown.rating,
      shown.unread ?? 0,
      shown.snoozedUntil,
      shown.dueAt,
      shown.waitingSince,
      JSON.stringify(base),
      shown === base ? null : JSON.stringify(shown),
    ];
    return { shown, values };
  }

  function writeShown(doc: number, base: Ticket): Ticket {
    const { shown, values } = shownColumns(base);
    database.run(
      `update tickets set status = ?, priority = ?, priority_rank = ?, category_id = ?,
         assignee_id = ?, updated_at = ?, channel = ?, rating = ?, unread = ?, snoozed_until = ?,
         due_at = ?, waiting_since = ?, body = ?, shown = ?
       where doc = ?`,
      ...values,
      doc,
    );
    return shown;
  }

  function addTicket(ticket: Ticket, history: History): void {
    const doc = freeDoc(database, 'tickets', ticket.createdAt);
    database.run(
      `insert into tickets (doc, id, number, customer_id, created_at, history, generation, status,
         priority, priority_rank, category_id, assignee_id, updated_at, channel, rating, unread,
         snoozed_until, due_at, waiting_since, body, shown)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      doc,
      ticket.id,
      ticket.number,
      ticket.customerId,
      ticket.createdAt,
      history,
      generation(),
      ...shownColumns(ticket).values,
    );
    search.put(doc, textOf(ticket));
  }

  function drawn(row: Pick<TicketRow, 'body' | 'shown'>): Ticket {
    // Written by this version of the program from what the contract had checked (see openStore).
    return JSON.parse(row.shown ?? row.body) as Ticket;
  }

  return {
    database,
    search,
    views: createSavedViews(database),
    write(work) {
      try {
        return database.transaction(work);
      } catch (error) {
        search.rolledBack();
        current = null;
        throw error;
      }
    },
    overlay(next) {
      overlay = next;
    },
    redraw(id) {
      const row = rowOf(id);
      return row === undefined ? null : writeShown(row.doc, JSON.parse(row.body) as Ticket);
    },
    redrawAll(ids) {
      const shown = database.all<{ id: string }>('select id from tickets where shown is not null');
      for (const id of new Set([...ids, ...shown.map((row) => row.id)])) this.redraw(id);
    },
    ticket(id) {
      const row = rowOf(id);
      return row === undefined ? null : drawn(row);
    },
    base(id) {
      const row = rowOf(id);
      return row === undefined ? null : (JSON.parse(row.body) as Ticket);
    },
    ticketIds: () => database.all<{ id: string }>('select id from tickets').map(({ id }) => id),
    lastPosition(ticketId) {
      const row = database.get<{ position: number | null }>(
        'select max(position) as position from messages where ticket_id = ?',
        ticketId,
      );
      return row?.position ?? null;
    },
    person(id) {
      const row = database.get<{ body: string }>('select body from people where id = ?', id);
      return row === undefined ? null : (JSON.parse(row.body) as User);
    },
    historyOf: (id) => rowOf(id)?.history ?? null,
    setHistory(id, history) {
      database.run('update tickets set history = ? where id = ?', history, id);
    },
    putTicket(ticket, history) {
      const row = rowOf(ticket.id);
      if (row === undefined) return addTicket(ticket, history ?? 'none');
      const known = JSON.parse(row.body) as Ticket;
      database.run(
        'update tickets set generation = ?, history = ? where doc = ?',
        generation(),
        history === 'all' || (history === 'end' && row.history === 'none') ? history : row.history,
        row.doc,
      );
      if (isOlder(ticket, known)) return;
      // Told to all of the staff at once, it says nothing of what this person has read.
      writeShown(row.doc, { ...ticket, unread: ticket.unread ?? known.unread });
      if (textOf(known) === textOf(ticket)) return;
      search.drop(row.doc);
      search.put(row.doc, textOf(ticket));
    },
    changeTicket(id, change) {
      const row = rowOf(id);
      if (row !== undefined) writeShown(row.doc, change(JSON.parse(row.body) as Ticket));
    },
    putMessage(message, from) {
      if (!isHere(message.ticketId)) return false;
      const body = JSON.stringify(message);
      const row = database.get<{ doc: number; generation: number }>(
        'select doc, generation from messages where id = ?',
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
      search.drop(row.doc);
      search.put(row.doc, message.content);
      return false;
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
      this.putMessage(message, 'feed');
    },
    touch(message, meId) {
      this.changeTicket(message.ticketId, (ticket) => {
        const others = message.author.id !== meId && message.author.side !== 'SYSTEM';
        const unread = ticket.unread !== null && others ? ticket.unread + 1 : ticket.unread;
        if (message.internal || message.author.side === 'SYSTEM') return { ...ticket, unread };
        // A ticket event of the same transaction may have told it already.
        const told = ticket.lastMessage !== null && ticket.lastMessage.at >= message.createdAt;
        if (told) return { ...ticket, unread };
        return {
          ...ticket,
          unread,
          updatedAt: message.createdAt > ticket.updatedAt ? message.createdAt : ticket.updatedAt,
          messageCount: ticket.messageCount + 1,
          lastMessage: {
            content: message.content.slice(0, 200),
            authorId: message.author.id,
            fromStaff: message.author.side === 'STAFF',
            at: message.createdAt,
          },
        };
      });
    },
    changeMessage(id, change) {
      const row = database.get<{ body: string }>('select body from messages where id = ?', id);
      if (row !== undefined) this.putMessage(change(JSON.parse(row.body) as Message), 'feed');
    },
    dropTicket(id, mark) {
      if (mark) database.run('insert or ignore into gone (id) values (?)', id);
      const row = rowOf(id);
      if (row === undefined) return;
      const docs = database.all<{ doc: number }>(
        'select doc from messages where ticket_id = ?',
        id,
      );
      for (const { doc } of [row, ...docs]) search.drop(doc);
      database.run('delete from tickets where doc = ?', row.doc);
    },
    putUser(user) {
      const staff = isStaff(user.role) ? 1 : 0;
      const body = JSON.stringify(user);
      database.run('insert or replace into people values (?, ?, ?)', user.id, staff, body);
    },
    putCategories(categories) {
      database.run('delete from categories');
      for (const category of categories) this.putCategory(category);
    },
    putCategory(category) {
      const body = JSON.stringify(category);
      database.run('insert or replace into categories values (?, ?)', category.id, body);
    },
    dropCategory(id) {
      database.run('delete from categories where id = ?', id);
    },
    getMeta,
    setMeta,
    generation,
    startGeneration() {
      const next = generation() + 1;
      setMeta('generation', String(next));
      current = next;
    },
    clear() {
      for (const table of [
        'tickets',
        'people',
        'categories',
        'saved_views',
        'gone',
        'answers',
        'meta',
      ]) {
        database.run(`delete from ${table}`);
      }
      search.clear();
      current = null;
    },
  };
}
