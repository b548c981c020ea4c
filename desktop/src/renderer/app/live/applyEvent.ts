import type { QueryClient } from '@tanstack/react-query';
import type {
  Category,
  Colleague,
  Macro,
  TicketChange,
  ScheduledMessage,
} from '@tikethet/shared/contracts';
import type { FeedEvent } from '@tikethet/shared/events';
import { keys } from '../keys';
import { applyNotification } from './notificationPages';
import { changeViews } from './changeViews';
import { withMacro } from '../queries/macros';
import type { Desk } from './desk';
import { movesBetweenLists, showPerson, withColleague } from './people';
import { applySetup } from './deskSetup';
import { addChanges, type Pages } from './pages';

interface Categories {
  items: Category[];
}

interface Scheduled {
  items: ScheduledMessage[];
}

/** Soonest first, like the desk's own list. */
function placeScheduled(items: readonly ScheduledMessage[], message: ScheduledMessage) {
  return [...items.filter(({ id }) => id !== message.id), message].sort((a, b) =>
    a.sendAt.localeCompare(b.sendAt),
  );
}

/** Remembers the last few event ids: a feed that is read on from a cursor may repeat some. */
export class SeenEvents {
  readonly #ids = new Set<string>();
  readonly #limit: number;

  constructor(limit = 2_000) {
    this.#limit = limit;
  }

  /** False when the event has been here before. */
  add(id: string): boolean {
    if (this.#ids.has(id)) return false;
    this.#ids.add(id);
    const oldest = this.#ids.values().next();
    if (this.#ids.size > this.#limit && !oldest.done) this.#ids.delete(oldest.value);
    return true;
  }
}

/** Brings what is cached up to date with one fact of the feed. */
export function applyEvent(client: QueryClient, desk: Desk, event: FeedEvent): void {
  switch (event.type) {
    case 'ticket.created':
      // Its first message follows by itself and is counted then.
      desk.accept({ ...event.data, unread: event.data.unread ?? 0 });
      return;
    case 'ticket.updated':
    case 'ticket.assigned':
    case 'ticket.status_changed':
    case 'ticket.rated':
      if (event.type !== 'ticket.assigned') {
        const { customerId } = event.data;
        void client.invalidateQueries({ queryKey: keys.customerCard(customerId) });
      }
      desk.accept(event.data);
      return;
    case 'ticket.pinned':
      desk.accept(event.data);
      return;
    case 'ticket.deleted':
    case 'ticket.hidden':
      desk.drop(event.data.id);
      return;
    case 'ticket.read':
      desk.markRead(event.data);
      return;
    case 'view.changed':
    case 'view.deleted':
    case 'view.ordered':
      changeViews(client, event);
      return;
    case 'message.created':
      desk.addMessage(event.data);
      return;
    case 'message.edited':
    case 'message.deleted':
    case 'message.updated': {
      const message = event.data;
      desk.changeMessage(message.ticketId, message.id, () => message);
      return;
    }
    case 'messages.moved':
      desk.moveMessages(event.data.from.id, event.data.messages);
      return;
    case 'timeline.added': {
      const { ticketId, changes } = event.data;
      client.setQueryData<Pages<TicketChange>>(keys.timeline(ticketId), (data) =>
        data ? addChanges(data, changes) : undefined,
      );
      return;
    }
    case 'customer.changed':
      void client.invalidateQueries({ queryKey: keys.customerCard(event.data.customerId) });
      return;
    case 'scheduled.changed': {
      const message = event.data;
      client.setQueryData<Scheduled>(keys.scheduled(message.ticketId), (data) =>
        data ? { items: placeScheduled(data.items, message) } : undefined,
      );
      return;
    }
    case 'scheduled.removed': {
      const { id, ticketId } = event.data;
      client.setQueryData<Scheduled>(keys.scheduled(ticketId), (data) =>
        data ? { items: data.items.filter((item) => item.id !== id) } : undefined,
      );
      return;
    }
    case 'delivery.changed': {
      const { messageId, delivery } = event.data;
      if (event.ticketId === null) return;
      desk.changeMessage(event.ticketId, messageId, (message) => ({ ...message, delivery }));
      return;
    }
    case 'category.changed': {
      const category = event.data;
      client.setQueryData<Categories>(keys.categories, (data) =>
        data
          ? {
              items: [...data.items.filter((item) => item.id !== category.id), category].sort(
                (a, b) => a.sortOrder - b.sortOrder,
              ),
            }
          : undefined,
      );
      return;
    }
    case 'category.deleted': {
      const { id } = event.data;
      client.setQueryData<Categories>(keys.categories, (data) =>
        data ? { items: data.items.filter((item) => item.id !== id) } : undefined,
      );
      return;
    }
    case 'priority.changed':
    case 'tag.changed':
    case 'tag.deleted':
    case 'desk.changed':
      applySetup(client, event);
      return;
    case 'macro.changed': {
      const macro = event.data;
      client.setQueryData<Macro[]>(keys.macros, (known) =>
        known === undefined ? undefined : withMacro(known, macro),
      );
      return;
    }
    case 'macro.deleted': {
      const { id } = event.data;
      client.setQueryData<Macro[]>(keys.macros, (known) => known?.filter((one) => one.id !== id));
      return;
    }
    case 'console_settings.changed':
      client.setQueryData(keys.consoleSettings, event.data);
      return;
    case 'faq.changed':
    case 'faq.deleted':
    case 'faq.reordered':
    case 'faq.voted':
      void client.invalidateQueries({ queryKey: keys.faq });
      return;
    case 'notification.created':
    case 'notification.read':
      applyNotification(client, event);
      return;
    case 'notification.tried':
      return;
    case 'permissions.changed':
      client.setQueryData(keys.permissions, event.data);
      return;
    case 'user.changed': {
      const user = event.data;
      if (movesBetweenLists(client, user)) {
        void client.invalidateQueries({ queryKey: keys.people });
      }
      showPerson(client, user);
      return;
    }
    case 'colleague.changed': {
      const change = event.data;
      client.setQueryData<Colleague[]>(keys.team, (team) =>
        team === undefined ? undefined : withColleague(team, change),
      );
    }
  }
}
