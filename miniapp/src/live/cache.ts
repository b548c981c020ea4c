import type { Message, Ticket, TicketChange } from '@tikethet/shared/contracts';
import type { EventData } from '@tikethet/shared/events';
import { parseMarkdown, toPlainText } from '@tikethet/shared/markdown';
import type { Page, Pages } from '../api/queries';
import { matches, type TicketFilter } from '../api/ticketFilter';

/** Pure changes of what the query cache holds. Each gives back its input when nothing changes. */

function mapItems<T>(data: Pages<T>, change: (items: T[], page: number) => T[]): Pages<T> {
  let changed = false;
  const pages = data.pages.map((page, index): Page<T> => {
    const items = change(page.items, index);
    if (items === page.items) return page;
    changed = true;
    return { ...page, items };
  });
  return changed ? { ...data, pages } : data;
}

function without<T extends { id: string }>(items: T[], id: string): T[] {
  return items.some((item) => item.id === id) ? items.filter((item) => item.id !== id) : items;
}

/** Takes a ticket out of a list. */
export function removeTicket(data: Pages<Ticket>, id: string): Pages<Ticket> {
  return mapItems(data, (items) => without(items, id));
}

/**
 * Puts a changed or new ticket where it belongs in a list ordered by `updatedAt`, newest first.
 * With a search only tickets already found are changed: what matches is the server's to say.
 */
export function placeTicket(
  data: Pages<Ticket>,
  ticket: Ticket,
  filter: TicketFilter,
): Pages<Ticket> {
  const known = data.pages.flatMap((page) => page.items).find((item) => item.id === ticket.id);
  if (known && known.version > ticket.version) return data;
  if (filter.search !== '') {
    return mapItems(data, (items) =>
      items.some((item) => item.id === ticket.id)
        ? items.map((item) => (item.id === ticket.id ? ticket : item))
        : items,
    );
  }
  const rest = removeTicket(data, ticket.id);
  if (!matches(ticket, filter)) return rest;
  const isOlder = (item: Ticket): boolean => item.updatedAt < ticket.updatedAt;
  const pageAt = rest.pages.findIndex((page) => page.items.some(isOlder));
  if (pageAt < 0) {
    // Older than everything loaded: on a page that is not here yet, unless this is the end.
    const last = rest.pages.length - 1;
    if (rest.pages[last]?.nextCursor !== null) return rest;
    return mapItems(rest, (items, page) => (page === last ? [...items, ticket] : items));
  }
  return mapItems(rest, (items, page) => {
    if (page !== pageAt) return items;
    const at = items.findIndex(isOlder);
    return [...items.slice(0, at), ticket, ...items.slice(at)];
  });
}

function shownText({ content, format }: Message): string {
  return format === 'markdown' ? toPlainText(parseMarkdown(content)) : content;
}

/** The ticket as it reads after a public message, for lists that show the newest one. */
export function withLastMessage(ticket: Ticket, message: Message): Ticket {
  if (ticket.lastMessage && ticket.lastMessage.at > message.createdAt) return ticket;
  return {
    ...ticket,
    ...marksAfter(ticket, message),
    lastMessage: {
      content: shownText(message).slice(0, 200),
      kind: message.kind,
      authorId: message.author.id,
      fromStaff: message.author.side === 'STAFF',
      at: message.createdAt,
    },
    updatedAt: message.createdAt > ticket.updatedAt ? message.createdAt : ticket.updatedAt,
  };
}

/** Who writes has read what stands before it; what the staff write is to be read. */
function marksAfter(ticket: Ticket, { position, author }: Message): Partial<Ticket> {
  // Seen before: an edit, or the event after the answer.
  if (position <= ticket.lastPosition) return {};
  const lastPosition = position;
  if (author.side === 'CUSTOMER') return { lastPosition, readByCustomer: position, unread: 0 };
  return { lastPosition, readByStaff: position, unread: (ticket.unread ?? 0) + 1 };
}

/** The ticket as it reads after somebody has read on. */
export function withMark(ticket: Ticket, mark: EventData<'ticket.read'>): Ticket {
  if (mark.side === 'STAFF') {
    return mark.position > ticket.readByStaff ? { ...ticket, readByStaff: mark.position } : ticket;
  }
  if (mark.position < ticket.readByCustomer) return ticket;
  return { ...ticket, readByCustomer: mark.position, unread: mark.unread };
}

/** Puts new changes on top of a timeline (newest first); known ones stay as they are. */
export function addChanges(
  data: Pages<TicketChange>,
  changes: readonly TicketChange[],
): Pages<TicketChange> {
  const known = new Set(data.pages.flatMap((page) => page.items.map((one) => one.id)));
  const fresh = changes.filter((one) => !known.has(one.id)).reverse();
  if (fresh.length === 0) return data;
  return mapItems(data, (items, page) => (page === 0 ? [...fresh, ...items] : items));
}

/** A conversation without messages that stand elsewhere now. */
export function removeMessages(data: Pages<Message>, ids: ReadonlySet<string>): Pages<Message> {
  return mapItems(data, (items) => items.filter(({ id }) => !ids.has(id)));
}

/** Inserts a message or replaces the older state of it. */
export function upsertMessage(data: Pages<Message>, message: Message): Pages<Message> {
  const known = data.pages.flatMap((page) => page.items).find((item) => item.id === message.id);
  if (known) {
    // A repeated event must not bring back what has been deleted or edited since.
    const stale =
      (known.deletedAt !== null && message.deletedAt === null) ||
      (known.editedAt ?? '') > (message.editedAt ?? '');
    if (stale) return data;
    return mapItems(data, (items) =>
      items.includes(known) ? items.map((item) => (item === known ? message : item)) : items,
    );
  }
  return mapItems(data, (items, page) => (page === 0 ? [message, ...items] : items));
}

/** The conversation in its order: by position, each message once, notes of staff left out. */
export function orderedMessages(data: { pages: Page<Message>[] } | undefined): Message[] {
  const byId = new Map<string, Message>();
  for (const page of data?.pages ?? []) {
    for (const message of page.items) if (!message.internal) byId.set(message.id, message);
  }
  return [...byId.values()].sort((a, b) => a.position - b.position);
}
