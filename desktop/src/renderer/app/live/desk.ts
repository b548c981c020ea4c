import { notifyManager, type QueryClient } from '@tanstack/react-query';
import type {
  Message,
  SavedView,
  Ticket,
  TicketCounts,
  TicketFilters,
} from '@tikethet/shared/contracts';
import type { EventData } from '@tikethet/shared/events';
import { withMessage } from '@tikethet/shared/tickets';
import { keys } from '../keys';
import { countsAfter, viewCountsAfter } from './counts';
import { TicketOverlay, type TicketPatch } from './overlay';
import {
  changeMessage,
  dropMessages,
  dropTicket,
  placeMessage,
  placeTicket,
  type Page,
  type Pages,
} from './pages';

function withFilters({ id, filters }: SavedView): { id: string; filters: TicketFilters } {
  return { id, filters };
}

/** Everything cached about tickets and messages, changed in one place so that all views agree. */
export class Desk {
  readonly overlay = new TicketOverlay();
  readonly #client: QueryClient;
  readonly #meId: string;

  constructor(client: QueryClient, meId: string) {
    this.#client = client;
    this.#meId = meId;
  }

  get meId(): string {
    return this.#meId;
  }

  /** The ticket as it is shown anywhere. */
  find(id: string): Ticket | null {
    const one = this.#client.getQueryData<Ticket>(keys.ticket(id));
    if (one) return one;
    for (const [, data] of this.#lists()) {
      for (const { items } of data?.pages ?? []) {
        const found = items.find((ticket) => ticket.id === id);
        if (found) return found;
      }
    }
    return null;
  }

  /** The server said this, by an event or an answer. */
  accept(said: Ticket): void {
    const before = this.find(said.id);
    // Told to all of the staff at once, it does not say what is this person's alone.
    const known = {
      ...said,
      unread: said.unread ?? before?.unread ?? null,
      pinned: said.pinned ?? before?.pinned ?? null,
    };
    const shown = this.overlay.accept(known, before);
    if (shown) this.#show(shown, before);
  }

  /** Shows a person's change before it is saved. */
  patch(ticket: Ticket, key: string, patch: TicketPatch): void {
    const before = this.find(ticket.id) ?? ticket;
    this.#show(this.overlay.add(before, key, patch), before);
  }

  settle(said: Ticket, key: string): void {
    const before = this.find(said.id);
    const shown = this.overlay.settle(said, key, before);
    if (shown) this.#show(shown, before);
  }

  /** Like {@link settle} for a command whose answer is not the ticket. */
  bake(id: string, key: string): void {
    this.overlay.bake(id, key);
  }

  revert(id: string, key: string): void {
    const before = this.find(id);
    const shown = this.overlay.revert(id, key);
    if (shown) this.#show(shown, before);
  }

  /** The ticket is gone, or out of sight. */
  drop(id: string): void {
    const before = this.find(id);
    for (const [key, data] of this.#lists()) {
      if (data) this.#client.setQueryData(key, dropTicket(data, id));
    }
    if (before) this.#count(before, null);
    this.#client.removeQueries({ queryKey: keys.messages(id) });
    // Read again, to be told it is missing: the open conversation then says so.
    void this.#client.invalidateQueries({ queryKey: keys.ticket(id), exact: true });
  }

  addMessage(message: Message): void {
    this.#messages(message.ticketId, (data) => placeMessage(data, message));
    const ticket = this.find(message.ticketId);
    if (!ticket || message.author.side === 'SYSTEM') return;
    const unread = this.#unreadAfter(ticket, message);
    const after = withMessage(ticket, message);
    if (after !== ticket || unread !== ticket.unread) this.#show({ ...after, unread }, ticket);
  }

  /** Whoever writes has read what stands above; what others write is unread. */
  #unreadAfter({ unread }: Ticket, { author }: Message): number | null {
    if (author.id === this.#meId) return 0;
    return unread === null ? null : unread + 1;
  }

  /** Somebody has read on; `unread` is what they have not read yet, as far as it is known. */
  markRead(mark: EventData<'ticket.read'>): void {
    const ticket = this.find(mark.ticketId);
    if (!ticket) return;
    if (mark.side === 'CUSTOMER') {
      const readByCustomer = Math.max(ticket.readByCustomer, mark.position);
      return this.#show({ ...ticket, readByCustomer }, ticket);
    }
    const readByStaff = Math.max(ticket.readByStaff, mark.position);
    const unread = mark.readerId === this.#meId ? mark.unread : ticket.unread;
    this.#show({ ...ticket, readByStaff, unread }, ticket);
  }

  /** Several changes, drawn once. */
  together(work: () => void): void {
    notifyManager.batch(work);
  }

  /**
   * A message as the answer to writing it showed it. The feed may have told of it already, and of
   * its delivery since: what the feed said is newer.
   */
  addAnswer(message: Message): void {
    const cached = this.#client.getQueryData<Pages<Message>>(keys.messages(message.ticketId));
    const known = cached?.pages.some(({ items }) => items.some(({ id }) => id === message.id));
    if (known !== true) this.addMessage(message);
  }

  /** A merge has taken messages from one conversation into another; or back. */
  moveMessages(fromId: string, messages: readonly Message[]): void {
    const moved = new Set(messages.map(({ id }) => id));
    this.#messages(fromId, (data) => dropMessages(data, moved));
    for (const message of messages) {
      this.#messages(message.ticketId, (data) => placeMessage(data, message));
    }
  }

  changeMessage(ticketId: string, id: string, change: (message: Message) => Message): void {
    this.#messages(ticketId, (data) => changeMessage(data, id, change));
  }

  #messages(ticketId: string, change: (data: Pages<Message>) => Pages<Message>): void {
    this.#client.setQueryData<Pages<Message>>(keys.messages(ticketId), (data) =>
      data ? change(data) : undefined,
    );
  }

  #lists() {
    return this.#client.getQueriesData<Pages<Ticket>>({ queryKey: keys.lists });
  }

  /** One pass for all views: they are drawn once, not one after another. */
  #show(ticket: Ticket, before: Ticket | null): void {
    notifyManager.batch(() => this.#place(ticket, before));
  }

  #place(ticket: Ticket, before: Ticket | null): void {
    for (const [key, data] of this.#lists()) {
      if (!data) continue;
      const filters = key[2] as TicketFilters;
      this.#client.setQueryData(key, placeTicket(data, ticket, filters, this.#meId));
    }
    this.#client.setQueryData<Ticket>(keys.ticket(ticket.id), (data) =>
      data ? ticket : undefined,
    );
    this.#client.setQueryData<Page<Ticket>>(keys.customerTickets(ticket.customerId), (data) =>
      data
        ? { ...data, items: data.items.map((item) => (item.id === ticket.id ? ticket : item)) }
        : undefined,
    );
    if (before) this.#count(before, ticket);
  }

  #count(before: Ticket, after: Ticket | null): void {
    this.#client.setQueryData<TicketCounts>(keys.counts, (counts) =>
      counts ? countsAfter(counts, before, after, this.#meId) : undefined,
    );
    const views = this.#client.getQueryData<{ items: SavedView[] }>(keys.views)?.items;
    if (views === undefined) return;
    this.#client.setQueryData<{ counts: Record<string, number> }>(keys.viewCounts, (known) =>
      known
        ? {
            counts: viewCountsAfter(
              known.counts,
              views.map(withFilters),
              before,
              after,
              this.#meId,
            ),
          }
        : undefined,
    );
  }
}
