import type {
  Message,
  OperationId,
  PersonRef,
  SavedView,
  Ticket,
  TicketChange,
} from '@tikethet/shared/contracts';
import type { FeedEvent } from '@tikethet/shared/events';
import type { Done } from './outbox/conclude';
import type { OutboxDesk } from './outbox/diskOutbox';
import { afterCommand, lanesOf, ticketOf, type PendingContext } from './outbox/pending';
import { ownAfter } from './outbox/pendingOwn';
import { viewsAfter } from './outbox/pendingViews';
import type { Queue } from './outbox/queue';
import { holdsAllChanges, putChanges } from './store/changes';
import { keepSetup } from './store/deskSetup';
import type { Replica } from './store/replica';

export interface OutboxDeskOptions {
  replica: Replica;
  queue: Queue;
  me: PersonRef;
  shown(tickets: readonly Ticket[]): void;
}

/** Between outbox and replica: what is shown is what the desk said, and then what waits. */
export interface ShownDesk extends OutboxDesk {
  /** An answer of the desk: taken into the replica as far as it belongs there, and overlaid. */
  received(id: OperationId, input: Record<string, unknown>, value: unknown): unknown;
  overlaid(event: FeedEvent): FeedEvent;
  /** The person's views and the team's, with what waits. */
  views(): SavedView[];
  /** What the desk said of a person's own things, with what waits. */
  own(id: OperationId, value: unknown): unknown;
  /** After the program's start: everything with waiting commands is shown with them. */
  redrawAll(): void;
}

interface TicketPage {
  items: Ticket[];
  nextCursor: string | null;
}

interface ChangePage {
  items: TicketChange[];
  nextCursor: string | null;
}

interface MessagePage {
  items: Message[];
  nextCursor: string | null;
}

export function createOutboxDesk(options: OutboxDeskOptions): ShownDesk {
  const { replica, queue, me } = options;
  const context: PendingContext = {
    me,
    number: (id) => replica.base(id)?.number ?? null,
    person(id) {
      if (id === me.id) return me;
      const user = replica.person(id);
      if (user === null) return null;
      const { displayName, username, role } = user;
      return { id, displayName, username, role };
    },
  };

  /** With everything that waits; held commands are shown in the queue, not on the ticket. */
  function overlay(ticket: Ticket): Ticket {
    return lanesOf(ticket.id)
      .flatMap((lane) => queue.lane(lane))
      .filter((row) => !row.held)
      .reduce((next, row) => afterCommand(next, row, context), ticket);
  }
  replica.overlay(overlay);

  function takeMessages(input: Record<string, unknown>, page: MessagePage): void {
    const { id } = input;
    if (typeof id !== 'string' || replica.historyOf(id) === null) return;
    replica.write(() => {
      for (const message of page.items) replica.putMessage(message, 'page');
      const whole = input['cursor'] === undefined && page.nextCursor === null;
      if (whole) replica.setHistory(id, 'all');
    });
  }

  function takeTimeline(input: Record<string, unknown>, page: ChangePage): void {
    const { id } = input;
    if (typeof id !== 'string' || replica.historyOf(id) === null) return;
    const items = input['order'] === 'desc' ? page.items.toReversed() : page.items;
    replica.write(() => {
      putChanges(replica, items);
      const whole = input['cursor'] === undefined && page.nextCursor === null;
      if (whole) holdsAllChanges(replica.database, id);
    });
  }

  /** Tickets that the replica holds learn from every answer; others do not come in by the way. */
  function takeTicket(ticket: Ticket): Ticket {
    if (replica.historyOf(ticket.id) !== null) {
      replica.write(() => replica.putTicket(ticket, null));
    }
    return overlay(ticket);
  }

  /** An event for all of the staff does not say what is this person's alone; the replica knows. */
  function withOwn(ticket: Ticket): Ticket {
    if (ticket.unread !== null && ticket.pinned !== null) return ticket;
    const known = replica.base(ticket.id);
    return {
      ...ticket,
      unread: ticket.unread ?? known?.unread ?? null,
      pinned: ticket.pinned ?? known?.pinned ?? null,
    };
  }

  function views(): SavedView[] {
    return viewsAfter(replica.views.all(), queue.all(), me.id);
  }

  function own(id: OperationId, value: unknown): unknown {
    return ownAfter(id, value, queue.all(), me.id);
  }

  function take({ row, value }: Done): void {
    // The feed will tell what it came to.
    if (value === undefined) return;
    // A merged ticket's commands are answered with the ticket that took them.
    if (row.operation.startsWith('tickets.')) replica.putTicket(value as Ticket, null);
    if (row.operation !== 'messages.create') return;
    const message = value as Message;
    if (replica.putMessage(message, 'page')) replica.touch(message, me.id);
  }

  return {
    views,
    own,
    subject(id) {
      const ticket = replica.ticket(id);
      return ticket === null ? null : { number: ticket.number, title: ticket.title };
    },
    ticket: (id) => replica.ticket(id),
    seen(id) {
      const ticket = replica.base(id);
      const position = replica.lastPosition(id);
      return ticket === null || position === null
        ? null
        : { position, assigneeId: ticket.assigneeId };
    },
    taken(done) {
      try {
        replica.write(() => done.forEach(take));
      } catch {
        // The feed will tell; the commands themselves must not be sent again for it.
      }
    },
    changed(ids) {
      const tickets = replica.write(() => ids.flatMap((id) => replica.redraw(id) ?? []));
      if (tickets.length > 0) options.shown(tickets);
    },
    received(id, input, value) {
      switch (id) {
        case 'tickets.list':
        case 'users.tickets': {
          const page = value as TicketPage;
          return { ...page, items: page.items.map(takeTicket) };
        }
        case 'tickets.get':
          return takeTicket(value as Ticket);
        case 'views.list': {
          const { items } = value as { items: SavedView[] };
          replica.write(() => replica.views.replace(items));
          return { items: views() };
        }
        case 'messages.list':
          takeMessages(input, value as MessagePage);
          return value;
        case 'tickets.timeline':
          takeTimeline(input, value as ChangePage);
          return value;
        default:
          keepSetup(replica, id, value);
          return own(id, value);
      }
    },
    overlaid(event) {
      switch (event.type) {
        case 'ticket.created':
        case 'ticket.updated':
        case 'ticket.assigned':
        case 'ticket.status_changed':
        case 'ticket.rated':
        case 'ticket.pinned':
          return { ...event, data: overlay(withOwn(event.data)) };
        default:
          return event;
      }
    },
    redrawAll() {
      const waiting = [...queue.lanes()].flatMap((lane) => ticketOf(lane) ?? []);
      replica.write(() => replica.redrawAll([...new Set(waiting)]));
    },
  };
}
