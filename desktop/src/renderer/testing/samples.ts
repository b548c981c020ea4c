import type { Message, Ticket } from '@tikethet/shared/contracts';

/** The n-th id of a test: valid, and in the order of n. */
export function idOf(n: number): string {
  return `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
}

/** Minute n of a day, as ISO time. */
export function minute(n: number): string {
  return new Date(Date.UTC(2026, 0, 15, 9, n)).toISOString();
}

const customer = { id: idOf(900), displayName: 'Emma', username: null, role: 'USER' as const };

export function aTicket(n: number, change: Partial<Ticket> = {}): Ticket {
  return {
    id: idOf(n),
    number: n,
    title: `Ticket ${n}`,
    description: 'It does not work',
    status: 'OPEN',
    priority: 'NORMAL',
    categoryId: idOf(800),
    tags: [],
    channel: 'BOT',
    customerId: customer.id,
    customer,
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
    rating: null,
    ratingComment: null,
    version: 1,
    createdAt: minute(n),
    updatedAt: minute(n),
    waitingSince: null,
    firstResponseAt: null,
    resolvedAt: null,
    closedAt: null,
    dueAt: null,
    ...change,
  };
}

export function aMessage(n: number, change: Partial<Message> = {}): Message {
  return {
    id: idOf(5_000 + n),
    ticketId: idOf(1),
    position: n,
    kind: 'TEXT',
    author: { id: customer.id, displayName: customer.displayName, side: 'CUSTOMER' },
    content: `message ${n}`,
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
    createdAt: minute(n),
    editedAt: null,
    deletedAt: null,
    ...change,
  };
}
