import type { Message, Ticket, User } from '@tikethet/shared/contracts';
import type { FeedEvent } from '@tikethet/shared/events';
import { randomUUID } from 'node:crypto';

const at = '2026-01-05T10:00:00.000Z';

export function sampleUser(change: Partial<User> = {}): User {
  return {
    id: randomUUID(),
    telegramId: '1',
    displayName: 'Анна',
    firstName: 'Анна',
    lastName: null,
    username: null,
    language: 'ru',
    role: 'MODERATOR',
    categoryIds: [],
    isActive: true,
    botBlocked: false,
    availability: 'AVAILABLE',
    avatarUrl: null,
    createdAt: at,
    lastSeenAt: null,
    ...change,
  };
}

export function sampleTicket(change: Partial<Ticket> = {}): Ticket {
  const customerId = randomUUID();
  return {
    id: randomUUID(),
    number: 1042,
    title: 'Не приходит донат',
    description: 'Не приходит донат',
    status: 'OPEN',
    priority: 'NORMAL',
    categoryId: randomUUID(),
    tags: [],
    channel: 'BOT',
    customerId,
    customer: { id: customerId, displayName: 'Иван', username: null, role: 'USER' },
    assigneeId: null,
    assignee: null,
    participantIds: [],
    mentionedIds: [],
    snoozedUntil: null,
    linkedTicketId: null,
    mergedInto: null,
    lastMessage: null,
    messageCount: 1,
    lastPosition: 1,
    readByCustomer: 1,
    readByStaff: 0,
    unread: 0,
    pinned: false,
    rating: null,
    ratingComment: null,
    version: 1,
    createdAt: at,
    updatedAt: at,
    waitingSince: null,
    firstResponseAt: null,
    resolvedAt: null,
    closedAt: null,
    dueAt: null,
    ...change,
  };
}

export function sampleMessage(change: Partial<Message> = {}): Message {
  return {
    id: randomUUID(),
    ticketId: randomUUID(),
    position: 1,
    kind: 'TEXT',
    author: { id: randomUUID(), displayName: 'Иван', side: 'CUSTOMER' },
    content: 'Здравствуйте',
    format: 'plain',
    internal: false,
    extra: null,
    attachments: [],
    replyToId: null,
    quote: null,
    reactions: [],
    mentions: [],
    delivery: null,
    chatChange: null,
    origin: null,
    createdAt: at,
    editedAt: null,
    deletedAt: null,
    ...change,
  };
}

let count = 0;

/** An event with a cursor of its own. */
export function sampleEvent(
  content: Pick<FeedEvent, 'type' | 'data'>,
  change: { actorId?: string | null; cursor?: string } = {},
): FeedEvent {
  count += 1;
  const { data } = content;
  const ticketId = 'ticketId' in data ? data.ticketId : 'number' in data ? data.id : null;
  return {
    id: randomUUID(),
    cursor: `c${count}`,
    ticketId,
    actorId: null,
    at,
    ...content,
    ...change,
  } as FeedEvent;
}
