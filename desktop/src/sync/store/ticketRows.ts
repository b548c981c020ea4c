import type { Ticket } from '@tikethet/shared/contracts';
import { TICKET_PRIORITIES } from '@tikethet/shared/tickets';
import type { Database } from './database';
import { freeDoc } from './docs';
import type { ReplicaMeta } from './replicaMeta';
import type { SearchIndex } from './searchIndex';

/** How much of a conversation is here: nothing for sure, its end, or all of it. */
export type History = 'none' | 'end' | 'all';

/** Shows a ticket with the person's unsent changes; the same object when there are none. */
export type Overlay = (ticket: Ticket) => Ticket;

/** The tickets of a replica. */
export interface TicketRows {
  /** Unsent changes from now on; what is shown is worked out anew with {@link TicketRows.redraw}. */
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
  historyOf(id: string): History | null;
  setHistory(id: string, history: History): void;
  /**
   * Takes a ticket as the desk said it, unless something newer is known.
   * @param history what else is known of its conversation by that; null: nothing new
   */
  putTicket(ticket: Ticket, history: History | null): void;
  /** Changes what the desk said of a ticket, when it is here. */
  changeTicket(id: string, change: (ticket: Ticket) => Ticket): void;
  /** @param mark whether pages under way must not bring it back */
  dropTicket(id: string, mark: boolean): void;
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

export function createTicketRows(
  database: Database,
  search: SearchIndex,
  { generation }: Pick<ReplicaMeta, 'generation'>,
): TicketRows {
  let overlay: Overlay = (ticket) => ticket;

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
      shown.pinned === true ? 1 : 0,
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
         due_at = ?, waiting_since = ?, pinned = ?, body = ?, shown = ?
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
         snoozed_until, due_at, waiting_since, pinned, body, shown)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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

  function redraw(id: string): Ticket | null {
    const row = rowOf(id);
    return row === undefined ? null : writeShown(row.doc, JSON.parse(row.body) as Ticket);
  }

  return {
    overlay(next) {
      overlay = next;
    },
    redraw,
    redrawAll(ids) {
      const shown = database.all<{ id: string }>('select id from tickets where shown is not null');
      for (const id of new Set([...ids, ...shown.map((row) => row.id)])) redraw(id);
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
      // Told to all of the staff at once, it says nothing of what is this person's alone.
      writeShown(row.doc, {
        ...ticket,
        unread: ticket.unread ?? known.unread,
        pinned: ticket.pinned ?? known.pinned,
      });
      if (textOf(known) === textOf(ticket)) return;
      search.drop(row.doc);
      search.put(row.doc, textOf(ticket));
    },
    changeTicket(id, change) {
      const row = rowOf(id);
      if (row !== undefined) writeShown(row.doc, change(JSON.parse(row.body) as Ticket));
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
  };
}
