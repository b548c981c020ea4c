import { z } from 'zod';
import { broadcast } from '../contracts/broadcasts';
import { category } from '../contracts/categories';
import { id, time } from '../contracts/common';
import { consoleSettings } from '../contracts/consoleSettings';
import { macro } from '../contracts/macros';
import { draft } from '../contracts/drafts';
import { delivery, message } from '../contracts/messages';
import { scheduledMessage, scheduledRemoved } from '../contracts/scheduled';
import {
  notificationCreated,
  notificationRead,
  notificationTried,
} from '../contracts/notifications';
import { deskSettings } from '../contracts/desk';
import { priority } from '../contracts/priorities';
import { permissionMatrix } from '../contracts/permissions';
import { tag } from '../contracts/tags';
import { colleagueChanged } from '../contracts/team';
import { ticket, ticketRef } from '../contracts/ticket';
import { ticketChange } from '../contracts/timeline';
import { user } from '../contracts/users';
import { savedView } from '../contracts/views';

export type {
  ClientToServerEvents,
  ServerToClientEvents,
  SocketAuth,
  PresenceState,
  TypingNotice,
} from './socket';

const ticketGone = z.object({ id, number: z.number().int() });

/** Somebody has read on; `readerId` of staff is not told to the customer. */
const readMark = z.object({
  ticketId: id,
  side: z.enum(['CUSTOMER', 'STAFF']),
  readerId: id.nullable(),
  position: z.number().int(),
  unread: z.number().int().nullable().describe('what the reader has not read yet'),
});

/** Facts that people may learn of, by name, with the shape of their `data`. */
export const EVENTS = {
  'ticket.created': ticket,
  'ticket.updated': ticket,
  'ticket.assigned': ticket,
  'ticket.status_changed': ticket,
  'ticket.rated': ticket,
  'ticket.read': readMark,
  /** One person's own, for their consoles; `pinned` says whether it is now. */
  'ticket.pinned': ticket,
  'timeline.added': z.object({ ticketId: id, changes: z.array(ticketChange) }),
  'ticket.deleted': ticketGone,
  /** The ticket still exists, the reader may no longer see it. */
  'ticket.hidden': ticketGone,
  'message.created': message,
  'message.edited': message,
  'message.deleted': message,
  /** A merge has brought messages of another ticket, or taken them back to theirs. */
  'messages.moved': z.object({ from: ticketRef, ticketId: id, messages: z.array(message) }),
  /** Something beside the text changed: reactions, or what became of an edit in the chat. */
  'message.updated': message,
  /** Another device of the same person has written. */
  'draft.changed': draft,
  'scheduled.changed': scheduledMessage,
  /** Sent, or taken back. */
  'scheduled.removed': scheduledRemoved,
  'delivery.changed': z.object({ messageId: id, delivery }),
  'category.changed': category,
  'category.deleted': z.object({ id }),
  'priority.changed': priority,
  'tag.changed': tag,
  'tag.deleted': z.object({ id }),
  'desk.changed': deskSettings,
  'faq.changed': z.object({ id, version: z.number().int(), isPublished: z.boolean() }),
  'faq.deleted': z.object({ id }),
  /** The order of a category's articles. */
  'faq.reordered': z.object({ categoryId: id.nullable() }),
  'faq.voted': z.object({ id, helpful: z.number().int(), unhelpful: z.number().int() }),
  /** Started, stopped or done; how far it is between, `broadcasts.get` tells. */
  'broadcast.changed': broadcast,
  'macro.changed': macro,
  'macro.deleted': z.object({ id }),
  /** One person's own, for their other devices. */
  'console_settings.changed': consoleSettings,
  'user.changed': user,
  /** What everybody of the staff knows of one another; for the team. */
  'colleague.changed': colleagueChanged,
  /** What staff keep about a customer; who wants to know reads the card. */
  'customer.changed': z.object({ customerId: id }),
  /** What roles may do, as it is now; for the team. */
  'permissions.changed': permissionMatrix,
  'view.changed': savedView,
  'view.deleted': z.object({ id }),
  /** One person's own order. */
  'view.ordered': z.object({ ids: z.array(id) }),
  'notification.created': notificationCreated,
  'notification.read': notificationRead,
  'notification.tried': notificationTried,
} as const satisfies Record<string, z.ZodType>;

export type EventType = keyof typeof EVENTS;
export type EventData<T extends EventType> = z.infer<(typeof EVENTS)[T]>;

export const EVENT_TYPES = Object.keys(EVENTS) as [EventType, ...EventType[]];

/** One entry of the feed, the same over the socket and over `GET /sync`. */
export const feedEvent = z
  .object({
    id: id.describe('unique; a reader that sees it twice may ignore the second'),
    cursor: z.string().describe('opaque; read on from here'),
    type: z.enum(EVENT_TYPES),
    ticketId: id.nullable(),
    actorId: id.nullable().describe('who caused it'),
    at: time,
    data: z.unknown().describe('the changed resource as the API shows it to this audience'),
  })
  .meta({ id: 'FeedEvent' });

/** An event with `data` typed by its `type`. */
export type FeedEvent = {
  [T in EventType]: {
    id: string;
    cursor: string;
    type: T;
    ticketId: string | null;
    actorId: string | null;
    at: string;
    data: EventData<T>;
  };
}[EventType];
