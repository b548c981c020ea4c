import type { Ticket } from '@tikethet/shared/contracts';
import type { FeedEvent } from '@tikethet/shared/events';
import type { Texts } from '../texts';
import type { NotificationContent } from './notifier';

export type EventOf<T extends FeedEvent['type']> = Extract<FeedEvent, { type: T }>;

/** What a notification has to know of a ticket that its event does not say. */
export type TicketLabel = Pick<Ticket, 'number'>;

/** Characters; systems cut much earlier. */
const LONGEST = 240;

/** One readable line of a customer's text. */
export function excerpt(text: string): string {
  const line = Array.from(text.replace(/\s+/g, ' ').trim());
  return line.length <= LONGEST ? line.join('') : `${line.slice(0, LONGEST - 1).join('')}…`;
}

/** A ticket that somebody has just opened. */
export function ticketCreated(event: EventOf<'ticket.created'>, t: Texts): NotificationContent {
  const { id, number, title, customer } = event.data;
  return {
    title: t('notification.newTicket', { number }),
    body: t('notification.newTicketFrom', { name: customer.displayName, text: excerpt(title) }),
    ticketId: id,
  };
}

/** A customer's message. Without text it is named by what it is. */
export function messageCreated(
  event: EventOf<'message.created'>,
  ticket: TicketLabel | null,
  t: Texts,
): NotificationContent {
  const { ticketId, author, content, kind, attachments } = event.data;
  const what = kind === 'TEXT' && attachments.length > 0 ? 'DOCUMENT' : kind;
  return {
    title:
      ticket === null
        ? author.displayName
        : t('notification.message', { number: ticket.number, name: author.displayName }),
    body: excerpt(content) || t(`messageKind.${what}`),
    ticketId,
  };
}

/** Many things at once, after a time without a connection. */
export function missedMany(
  news: number,
  tickets: ReadonlySet<string>,
  t: Texts,
): NotificationContent {
  const [only] = tickets;
  return {
    title: t('notification.missed', { count: news }),
    body: t('notification.missedBody', { count: tickets.size }),
    ticketId: tickets.size === 1 && only !== undefined ? only : null,
  };
}
