import type { FeedEvent } from '@tikethet/shared/events';
import { createStore, useStore, type Store } from '../store';

/** Tickets with news from customers that were not opened since, in this session. */
export class Unread {
  readonly #store: Store<ReadonlySet<string>> = createStore<ReadonlySet<string>>(new Set());
  #open: string | null = null;
  #inFront: () => boolean;

  /** @param inFront whether the person can see the open ticket now */
  constructor(inFront: () => boolean) {
    this.#inFront = inFront;
  }

  get store(): Store<ReadonlySet<string>> {
    return this.#store;
  }

  notice(event: FeedEvent, meId: string): void {
    if (event.ticketId === null || event.actorId === meId) return;
    const gone = event.type === 'ticket.deleted' || event.type === 'ticket.hidden';
    if (gone) return this.#remove(event.ticketId);
    const news =
      event.type === 'ticket.created' ||
      (event.type === 'message.created' && event.data.author.side === 'CUSTOMER');
    if (!news) return;
    if (event.ticketId === this.#open && this.#inFront()) return;
    this.#store.set(new Set(this.#store.get()).add(event.ticketId));
  }

  /** The person looks at this ticket (null: at none). */
  opened(ticketId: string | null): void {
    this.#open = ticketId;
    if (ticketId !== null) this.#remove(ticketId);
  }

  /** The window came to the front: what is open has been seen. */
  looked(): void {
    if (this.#open !== null) this.#remove(this.#open);
  }

  #remove(ticketId: string): void {
    if (!this.#store.get().has(ticketId)) return;
    const next = new Set(this.#store.get());
    next.delete(ticketId);
    this.#store.set(next);
  }
}

export function useUnreadCount(unread: Unread): number {
  return useStore(unread.store, (ids) => ids.size);
}
