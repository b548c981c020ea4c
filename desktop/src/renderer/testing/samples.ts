import type { Message, Ticket } from '@tikethet/shared/contracts';
import { sampleMessage, sampleTicket } from '../../sync/testing/samples';

/** The n-th id of a test: valid, and in the order of n. */
export function idOf(n: number): string {
  return `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
}

/** Minute n of a day, as ISO time. */
export function minute(n: number): string {
  return new Date(Date.UTC(2026, 0, 15, 9, n)).toISOString();
}

const customer = { id: idOf(900), displayName: 'Emma', username: null, role: 'USER' as const };

/** The n-th ticket of a test, all of one customer and one category. */
export function aTicket(n: number, change: Partial<Ticket> = {}): Ticket {
  return sampleTicket({
    id: idOf(n),
    number: n,
    title: `Ticket ${n}`,
    description: 'It does not work',
    categoryId: idOf(800),
    customerId: customer.id,
    customer,
    createdAt: minute(n),
    updatedAt: minute(n),
    ...change,
  });
}

/** The n-th message of the first ticket, from its customer. */
export function aMessage(n: number, change: Partial<Message> = {}): Message {
  return sampleMessage({
    id: idOf(5_000 + n),
    ticketId: idOf(1),
    position: n,
    author: { id: customer.id, displayName: customer.displayName, side: 'CUSTOMER' },
    content: `message ${n}`,
    createdAt: minute(n),
    ...change,
  });
}
