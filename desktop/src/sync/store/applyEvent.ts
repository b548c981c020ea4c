import type { FeedEvent } from '@tikethet/shared/events';
import { holdsAllChanges, putChanges } from './changes';
import { followSetup } from './deskSetup';
import type { Replica } from './replica';

/** Whether a snapshot is being read: pages under way may be older than what the feed tells. */
export interface ApplyOptions {
  snapshotRuns: boolean;
  /** Whose marks of what was read count. */
  meId: string;
}

/** Brings the replica up to date with one fact of the feed. Belongs into `replica.write`. */
export function applyEvent(replica: Replica, event: FeedEvent, options: ApplyOptions): void {
  switch (event.type) {
    case 'ticket.created':
      // Its first message follows by itself: nothing of the conversation is missing.
      // Nothing of it can have been read; the message counts itself.
      putTicket(replica, withUnread(event), 'all');
      return holdsAllChanges(replica.database, event.data.id);
    case 'ticket.updated':
    case 'ticket.assigned':
    case 'ticket.status_changed':
    case 'ticket.rated':
      return putTicket(replica, event, null);
    case 'ticket.pinned':
      return pin(replica, event);
    case 'ticket.deleted':
    case 'ticket.hidden':
      return replica.dropTicket(event.data.id, options.snapshotRuns);
    case 'message.created':
    case 'message.edited':
    case 'message.updated':
    case 'message.deleted':
      return putMessage(replica, event, options.meId);
    case 'messages.moved':
      for (const message of event.data.messages) replica.moveMessage(message);
      return;
    case 'timeline.added':
      return putChanges(replica, event.data.changes);
    case 'delivery.changed': {
      const { messageId, delivery } = event.data;
      return replica.changeMessage(messageId, (message) => ({ ...message, delivery }));
    }
    case 'ticket.read':
      return markRead(replica, event, options.meId);
    case 'category.changed':
      return replica.putCategory(event.data);
    case 'category.deleted':
      return replica.dropCategory(event.data.id);
    case 'view.changed':
      return replica.views.put(event.data);
    case 'view.deleted':
      return replica.views.drop(event.data.id);
    case 'view.ordered':
      return replica.views.order(event.data.ids);
    case 'priority.changed':
    case 'tag.changed':
    case 'tag.deleted':
    case 'desk.changed':
    case 'macro.changed':
    case 'macro.deleted':
    case 'console_settings.changed':
    case 'colleague.changed':
      return followSetup(replica, event);
    case 'user.changed':
      return replica.putUser(event.data);
  }
}

type Of<T extends FeedEvent['type']> = Extract<FeedEvent, { type: T }>;
type TicketEvent = Of<
  'ticket.created' | 'ticket.updated' | 'ticket.assigned' | 'ticket.status_changed' | 'ticket.rated'
>;
type MessageEvent = Of<
  'message.created' | 'message.edited' | 'message.updated' | 'message.deleted'
>;

function putTicket(replica: Replica, { data }: TicketEvent, history: 'all' | null): void {
  replica.database.run('delete from gone where id = ?', data.id);
  replica.putTicket(data, history);
}

function withUnread(event: Of<'ticket.created'>): TicketEvent {
  return { ...event, data: { ...event.data, unread: event.data.unread ?? 0 } };
}

/** A public message moves its ticket; no event of the ticket itself may say so. */
function putMessage(replica: Replica, { type, data }: MessageEvent, meId: string): void {
  const isNew = replica.putMessage(data, 'feed');
  if (type === 'message.created' && isNew) replica.touch(data, meId);
}

/** However old the rest of it: what the person pins is what they last said. */
function pin(replica: Replica, { data }: Of<'ticket.pinned'>): void {
  replica.putTicket(data, null);
  replica.changeTicket(data.id, (ticket) => ({ ...ticket, pinned: data.pinned }));
}

function markRead(replica: Replica, { data }: Of<'ticket.read'>, meId: string): void {
  const { ticketId, side, readerId, position, unread } = data;
  replica.changeTicket(ticketId, (ticket) => {
    if (side === 'CUSTOMER') {
      return { ...ticket, readByCustomer: Math.max(ticket.readByCustomer, position) };
    }
    const readByStaff = Math.max(ticket.readByStaff, position);
    return { ...ticket, readByStaff, unread: readerId === meId ? unread : ticket.unread };
  });
}
