import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { Message, Ticket, TicketChange } from '@tikethet/shared/contracts';
import type { FeedEvent } from '@tikethet/shared/events';
import { keys, type Pages } from '../api/queries';
import type { TicketFilter } from '../api/ticketFilter';
import {
  addChanges,
  placeTicket,
  removeMessages,
  removeTicket,
  upsertMessage,
  withLastMessage,
  withMark,
} from './cache';
import { endTyping } from './connection';
import { followProfile } from './followProfile';
import { showNotification, unread } from './notifications';

type List = [QueryKey, Pages<Ticket> | undefined];

function eachList(
  client: QueryClient,
  change: (data: Pages<Ticket>, filter: TicketFilter) => Pages<Ticket>,
): void {
  for (const [key, data] of client.getQueriesData<Pages<Ticket>>({
    queryKey: keys.lists,
  }) as List[]) {
    if (data) client.setQueryData(key, change(data, key[2] as TicketFilter));
  }
}

/** Changes a ticket wherever it stands; the same ticket back: nothing changes. */
function changeTicket(client: QueryClient, id: string, change: (ticket: Ticket) => Ticket): void {
  client.setQueryData<Ticket>(keys.ticket(id), (known) => known && change(known));
  eachList(client, (data, filter) => {
    const ticket = data.pages.flatMap((page) => page.items).find((one) => one.id === id);
    const changed = ticket && change(ticket);
    return !changed || changed === ticket ? data : placeTicket(data, changed, filter);
  });
}

/** Shows a ticket's newest state everywhere it stands. */
export function putTicket(client: QueryClient, ticket: Ticket, myId: string): void {
  client.setQueryData<Ticket>(keys.ticket(ticket.id), (known) => {
    if (known && known.version > ticket.version) return known;
    // What events tell the staff speaks of no one reader: the number known here stays.
    return ticket.unread === null ? { ...ticket, unread: known?.unread ?? 0 } : ticket;
  });
  if (ticket.customerId !== myId) return;
  eachList(client, (data, filter) => placeTicket(data, ticket, filter));
  void client.invalidateQueries({ queryKey: keys.counts });
}

/** Shows a message in its conversation, and as the newest line of its ticket. */
export function putMessage(client: QueryClient, message: Message): void {
  if (message.internal) return;
  client.setQueryData<Pages<Message>>(
    keys.messages(message.ticketId),
    (data) => data && upsertMessage(data, message),
  );
  changeTicket(client, message.ticketId, (ticket) => withLastMessage(ticket, message));
}

/** Two tickets have become one, or two again: messages stand in another conversation now. */
function moveMessages(client: QueryClient, fromId: string, messages: readonly Message[]): void {
  const moved = new Set(messages.map(({ id }) => id));
  client.setQueryData<Pages<Message>>(
    keys.messages(fromId),
    (data) => data && removeMessages(data, moved),
  );
  for (const message of messages) {
    client.setQueryData<Pages<Message>>(
      keys.messages(message.ticketId),
      (data) => data && upsertMessage(data, message),
    );
  }
}

/** Brings one fact of the feed into the cache. Facts of the desk that are not shown here pass by. */
export function applyEvent(client: QueryClient, event: FeedEvent, myId: string): void {
  switch (event.type) {
    case 'ticket.created':
    case 'ticket.updated':
    case 'ticket.assigned':
    case 'ticket.status_changed':
    case 'ticket.rated':
      putTicket(client, event.data, myId);
      break;
    case 'ticket.deleted':
    case 'ticket.hidden': {
      const { id } = event.data;
      eachList(client, (data) => removeTicket(data, id));
      void client.invalidateQueries({ queryKey: keys.ticket(id) });
      void client.invalidateQueries({ queryKey: keys.counts });
      break;
    }
    case 'ticket.read': {
      const mark = event.data;
      changeTicket(client, mark.ticketId, (ticket) => withMark(ticket, mark));
      if (mark.readerId === myId) void client.invalidateQueries({ queryKey: keys.counts });
      break;
    }
    case 'timeline.added': {
      const { ticketId, changes } = event.data;
      client.setQueryData<Pages<TicketChange>>(
        keys.timeline(ticketId),
        (data) => data && addChanges(data, changes),
      );
      break;
    }
    case 'message.created':
      if (event.data.author.side === 'STAFF') endTyping(event.data.ticketId);
      putMessage(client, event.data);
      break;
    case 'message.edited':
    case 'message.deleted':
    case 'message.updated':
      putMessage(client, event.data);
      break;
    case 'messages.moved':
      moveMessages(client, event.data.from.id, event.data.messages);
      break;
    case 'faq.changed':
    case 'faq.deleted':
    case 'faq.reordered':
      void client.invalidateQueries({ queryKey: ['faq'] });
      break;
    case 'category.changed':
    case 'category.deleted':
      void client.invalidateQueries({ queryKey: keys.categories });
      break;
    case 'notification.created':
      showNotification(client, event.data);
      break;
    case 'notification.read':
      unread.set(event.data.unread);
      break;
    case 'user.changed':
      if (event.data.id === myId) followProfile(client, event.data);
      break;
    case 'faq.voted':
    case 'delivery.changed':
      break;
  }
}
