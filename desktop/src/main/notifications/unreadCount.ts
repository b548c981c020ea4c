import type { Notification } from '@tikethet/shared/contracts';
import type { FeedEvent } from '@tikethet/shared/events';
import type { QueuedItem } from '../../bridge';

/** Keys of what has been counted that are remembered. */
const REMEMBERED = 500;

type Read = Pick<QueuedItem, 'key' | 'operation' | 'input'>;

/** How many notifications are unread: as the desk says, less what was read here and waits to be told. */
export interface UnreadCount {
  /** As the desk lists them, newest first, with how many there are. */
  listed(items: readonly Pick<Notification, 'id' | 'ticket' | 'readAt'>[], unread: number): void;
  event(event: FeedEvent): void;
  /** What is kept and not taken by the desk yet. */
  queued(items: readonly Read[]): void;
  /** Somebody else's desk from now on. */
  clear(): void;
}

/** @param show is told every count that differs from the one before */
export function createUnreadCount(show: (count: number) => void): UnreadCount {
  let told = 0;
  /** Of those that the desk counts, read here meanwhile. */
  let readHere = 0;
  /** Unread ones by their ids, with their tickets. */
  let known = new Map<string, string | null>();
  let waiting: readonly Read[] = [];
  let counted = new Set<string>();
  let shown = 0;

  function tell(): void {
    const count = Math.max(0, told - readHere);
    if (count === shown) return;
    shown = count;
    show(count);
  }

  function take({ key, input }: Read): void {
    counted.add(key);
    const { id, ticketId, upTo } = input;
    if (id === undefined && ticketId === undefined && upTo === undefined) {
      readHere = told;
      known.clear();
      return;
    }
    for (const [one, ticket] of known) {
      // Ids rise with time.
      const older = typeof upTo === 'string' && one <= upTo;
      if (one !== id && !older && (ticketId === undefined || ticket !== ticketId)) continue;
      known.delete(one);
      readHere += 1;
    }
  }

  return {
    listed(items, unread) {
      [told, readHere] = [unread, 0];
      const open = items.filter(({ readAt }) => readAt === null);
      known = new Map(open.map(({ id, ticket }) => [id, ticket?.id ?? null]));
      waiting.forEach(take);
      tell();
    },
    event(event) {
      if (event.type === 'notification.created') {
        const { notification, replacesId, unread } = event.data;
        if (replacesId !== null) known.delete(replacesId);
        known.set(notification.id, notification.ticket?.id ?? null);
        told = unread;
      } else if (event.type === 'notification.read') {
        const { unread, ticketId = null } = event.data;
        [told, readHere] = [unread, 0];
        for (const [id, ticket] of known) {
          if (unread === 0 || (ticketId !== null && ticket === ticketId)) known.delete(id);
        }
      } else return;
      tell();
    },
    queued(items) {
      waiting = items.filter(({ operation }) => operation === 'notifications.read');
      for (const read of waiting) if (!counted.has(read.key)) take(read);
      if (counted.size > REMEMBERED) counted = new Set(waiting.map(({ key }) => key));
      tell();
    },
    clear() {
      [told, readHere, waiting] = [0, 0, []];
      known.clear();
      tell();
    },
  };
}
