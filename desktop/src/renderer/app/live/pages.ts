import type { InfiniteData } from '@tanstack/react-query';
import type { Message, Ticket, TicketChange, TicketFilters } from '@tikethet/shared/contracts';
import { compareTickets, matches } from './matching';

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}
export type Pages<T> = InfiniteData<Page<T>>;

function flatten<T>(data: Pages<T>): T[] {
  return data.pages.flatMap((page) => page.items);
}

function isComplete<T>(data: Pages<T>): boolean {
  return data.pages.at(-1)?.nextCursor == null;
}

function without<T extends { id: string }>(data: Pages<T>, id: string): Pages<T> {
  if (!flatten(data).some((item) => item.id === id)) return data;
  return {
    ...data,
    pages: data.pages.map((page) => ({
      ...page,
      items: page.items.filter((item) => item.id !== id),
    })),
  };
}

/**
 * Puts an item where the order wants it. Beyond the last loaded item of an incomplete list it is
 * left out: the page it belongs to has not been read. So is what stands before the first item of a
 * list whose beginning was let go of.
 */
function insert<T>(data: Pages<T>, item: T, compare: (a: T, b: T) => number): Pages<T> {
  const pages = data.pages.map((page) => ({ ...page, items: [...page.items] }));
  for (const page of pages) {
    const at = page.items.findIndex((other) => compare(item, other) < 0);
    if (at >= 0) {
      if (at === 0 && page === pages[0] && data.pageParams[0] != null) return data;
      page.items.splice(at, 0, item);
      return { ...data, pages };
    }
  }
  const last = pages.at(-1);
  if (!last || !isComplete(data)) return data;
  last.items.push(item);
  return { ...data, pages };
}

/** A list after one of its tickets, or one that may now belong to it, has changed. */
export function placeTicket(
  data: Pages<Ticket>,
  ticket: Ticket,
  filters: TicketFilters,
  meId: string,
): Pages<Ticket> {
  const verdict = matches(ticket, filters, meId);
  const known = flatten(data).some((item) => item.id === ticket.id);
  if (verdict === 'no') return without(data, ticket.id);
  if (verdict === 'unknown') {
    if (!known) return data;
    const pages = data.pages.map((page) => ({
      ...page,
      items: page.items.map((item) => (item.id === ticket.id ? ticket : item)),
    }));
    return { ...data, pages };
  }
  const sort = filters.sort ?? 'updated';
  return insert(without(data, ticket.id), ticket, (a, b) => compareTickets(a, b, sort));
}

/** A list without a ticket; the same object when it was not in it. */
export function dropTicket(data: Pages<Ticket>, id: string): Pages<Ticket> {
  return without(data, id);
}

/** Conversation pages are read newest first; a message seen twice stands once. */
export function placeMessage(data: Pages<Message>, message: Message): Pages<Message> {
  return insert(without(data, message.id), message, (a, b) => b.position - a.position);
}

/** A conversation without messages that stand elsewhere now. */
export function dropMessages(data: Pages<Message>, ids: ReadonlySet<string>): Pages<Message> {
  const pages = data.pages.map((page) => ({
    ...page,
    items: page.items.filter(({ id }) => !ids.has(id)),
  }));
  return { ...data, pages };
}

/** A timeline, read newest first, with changes that have just been told; each stands once. */
export function addChanges(
  data: Pages<TicketChange>,
  changes: readonly TicketChange[],
): Pages<TicketChange> {
  const known = new Set(flatten(data).map(({ id }) => id));
  const fresh = changes.filter(({ id }) => !known.has(id)).reverse();
  const [first, ...rest] = data.pages;
  if (fresh.length === 0 || first === undefined) return data;
  return { ...data, pages: [{ ...first, items: [...fresh, ...first.items] }, ...rest] };
}

/** Changes a message that is loaded; the same object otherwise. */
export function changeMessage(
  data: Pages<Message>,
  id: string,
  change: (message: Message) => Message,
): Pages<Message> {
  if (!flatten(data).some((item) => item.id === id)) return data;
  const pages = data.pages.map((page) => ({
    ...page,
    items: page.items.map((item) => (item.id === id ? change(item) : item)),
  }));
  return { ...data, pages };
}
