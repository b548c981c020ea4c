import type { FeedEvent } from '@tikethet/shared/events';
import type { Texts } from '../texts';
import { messageCreated, missedMany, ticketCreated, type EventOf, type TicketLabel } from './kinds';
import type { NotificationContent, Notifier } from './notifier';

export interface NotificationContext {
  /** Who is signed in. */
  userId: string;
  /** The person wants notifications. */
  enabled: boolean;
  /** The ticket in front of the person's eyes: open in a focused window. */
  watchedTicketId: string | null;
  texts: Texts;
}

export interface NotificationCenterOptions {
  notifier: Notifier;
  /** Null while nobody is signed in. */
  context: () => NotificationContext | null;
  /** Looks a ticket up; null when it can't be had soon. */
  findTicket(ticketId: string): Promise<TicketLabel | null>;
  /** The person clicked: show the window, and this ticket in it. */
  open(ticketId: string | null): void;
}

export interface NotificationCenter {
  /** @param replayed it happened while there was no connection */
  event(event: FeedEvent, replayed: boolean): void;
  /** All that was missed has been told. */
  caughtUp(): void;
  /** Somebody else's desk from now on. */
  clear(): void;
}

type News = EventOf<'ticket.created'> | EventOf<'message.created'>;

/** News of a short interruption are told one by one; of a longer one, in one sentence. */
const TOLD_SINGLY = 3;
/** Tickets whose numbers are remembered. */
const KNOWN_TICKETS = 500;

/** Whether an event is news for this person at all. */
export function isNews(event: FeedEvent, userId: string): event is News {
  if (event.actorId === userId) return false;
  if (event.type === 'ticket.created') return true;
  if (event.type !== 'message.created') return false;
  const { author, internal } = event.data;
  return !internal && author.side === 'CUSTOMER' && author.id !== userId;
}

/** Decides which events become notifications, and what a click on them does. */
export function createNotificationCenter(options: NotificationCenterOptions): NotificationCenter {
  const known = new Map<string, TicketLabel>();
  /** First messages of tickets whose opening has been told. */
  const opened = new Map<string, string>();
  let missed: News[] = [];
  let turn: Promise<void> = Promise.resolve();

  function learn(event: FeedEvent): void {
    if (!event.type.startsWith('ticket.') || !('customerId' in event.data)) return;
    known.delete(event.data.id);
    known.set(event.data.id, { number: event.data.number });
    if (known.size <= KNOWN_TICKETS) return;
    const oldest = known.keys().next();
    if (!oldest.done) known.delete(oldest.value);
  }

  /** The message that opened a ticket is the ticket's own news. */
  function isOpening(event: News): boolean {
    if (event.type === 'ticket.created') {
      opened.set(event.data.id, event.data.description);
      if (opened.size > KNOWN_TICKETS) opened.clear();
      return false;
    }
    const description = opened.get(event.data.ticketId);
    opened.delete(event.data.ticketId);
    return description === event.data.content;
  }

  async function present(event: News, texts: Texts): Promise<NotificationContent> {
    if (event.type === 'ticket.created') return ticketCreated(event, texts);
    const { ticketId } = event.data;
    const ticket = known.get(ticketId) ?? (await options.findTicket(ticketId));
    if (ticket !== null) known.set(ticketId, ticket);
    return messageCreated(event, ticket, texts);
  }

  function show(content: NotificationContent): void {
    options.notifier.show(content, () => options.open(content.ticketId));
  }

  async function tell(event: News): Promise<void> {
    const before = options.context();
    if (before === null || !before.enabled) return;
    const content = await present(event, before.texts);
    // Looking the ticket up took its time: the person may be there by now, or gone.
    const now = options.context();
    if (now === null || now.userId !== before.userId) return;
    if (now.watchedTicketId !== content.ticketId) show(content);
  }

  function tellMany(events: readonly News[]): void {
    const context = options.context();
    if (context === null || !context.enabled) return;
    const tickets = new Set(events.map((event) => event.ticketId ?? event.data.id));
    show(missedMany(events.length, tickets, context.texts));
  }

  /** One after the other, so that they appear in the order of the feed. */
  function inTurn(run: () => Promise<void> | void): void {
    turn = turn.then(run).catch(() => undefined);
  }

  return {
    event(event, replayed) {
      learn(event);
      const context = options.context();
      if (context === null || !isNews(event, context.userId) || isOpening(event)) return;
      if (replayed) missed.push(event);
      else inTurn(() => tell(event));
    },
    caughtUp() {
      const news = missed;
      missed = [];
      if (news.length > TOLD_SINGLY) inTurn(() => tellMany(news));
      else for (const event of news) inTurn(() => tell(event));
    },
    clear() {
      missed = [];
      known.clear();
      opened.clear();
      options.notifier.clear();
    },
  };
}
