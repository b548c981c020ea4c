import type { Notification } from '@tikethet/shared/contracts';
import type { FeedEvent } from '@tikethet/shared/events';
import type { Preferences } from '../../bridge';
import type { SoundName } from '../../bridge/native';
import type { Texts } from '../texts';
import { contentOf, missedMany, notSent } from './kinds';
import type { NotificationContent, Notifier } from './notifier';
import { quietAt } from './quiet';

export interface NotificationContext {
  preferences: Preferences;
  /** Tickets in front of the person's eyes: open in a focused window. */
  watched: ReadonlySet<string>;
  texts: Texts;
}

export interface NotificationCenterOptions {
  notifier: Notifier;
  /** Null while nobody is signed in. */
  context: () => NotificationContext | null;
  now?: () => Date;
  /** The person clicked: show the window, and this ticket and message in it. */
  open(ticketId: string | null, messageId: string | null): void;
  /** The person answered the customer inside the notification. */
  reply(ticketId: string, text: string): void;
  /** The person put the ticket's notifications away. */
  markRead(ticketId: string): void;
  sound(name: SoundName): void;
}

export interface NotificationCenter {
  /** @param replayed it happened while there was no connection */
  event(event: FeedEvent, replayed: boolean): void;
  /** All that was missed has been told. */
  caughtUp(): void;
  /** A change of the person's own could not be sent. */
  notSent(ticketId: string | null): void;
  /** Somebody else's desk from now on. */
  clear(): void;
}

/** News of a short interruption are told one by one; of a longer one, in one sentence. */
const TOLD_SINGLY = 3;

/**
 * Calls the person for what the desk has put into their list of notifications. Decides only whether
 * and how this computer calls: what happened stands in the list in any case.
 */
export function createNotificationCenter(options: NotificationCenterOptions): NotificationCenter {
  const { now = () => new Date() } = options;
  let missed: Notification[] = [];

  function show(content: NotificationContent, context: NotificationContext): void {
    const { preferences } = context;
    const chosen = preferences.notices[content.kind];
    if (!chosen.show || quietAt(preferences, now()) !== null) return;
    if (content.ticketId !== null && context.watched.has(content.ticketId)) return;
    const { ticketId, messageId } = content;
    options.notifier.show(content, {
      click: () => options.open(ticketId, messageId),
      reply: (text) => ticketId !== null && options.reply(ticketId, text),
      markRead: () => ticketId !== null && options.markRead(ticketId),
    });
    if (chosen.sound !== 'none') options.sound(chosen.sound);
  }

  function tell(notification: Notification): void {
    const context = options.context();
    if (context === null) return;
    show(contentOf(notification, context.texts, context.preferences.previews), context);
  }

  /** What was read meanwhile, here or elsewhere, is no news any more. */
  function forget(ticketId: string | null): void {
    if (ticketId === null) {
      missed = [];
      options.notifier.clear();
    } else {
      missed = missed.filter(({ ticket }) => ticket?.id !== ticketId);
      options.notifier.withdraw(ticketId);
    }
  }

  return {
    event(event, replayed) {
      if (options.context() === null) return;
      if (event.type === 'notification.read') {
        const { unread, ticketId = null } = event.data;
        if (ticketId !== null || unread === 0) forget(ticketId);
      }
      if (event.type !== 'notification.created') return;
      const { notification, replacesId } = event.data;
      if (!replayed) return tell(notification);
      missed = [...missed.filter(({ id }) => id !== replacesId), notification];
    },
    caughtUp() {
      const news = missed;
      missed = [];
      const context = options.context();
      if (context === null) return;
      if (news.length > TOLD_SINGLY) show(missedMany(news, context.texts), context);
      else for (const notification of news) tell(notification);
    },
    notSent(ticketId) {
      const context = options.context();
      if (context !== null) show(notSent(ticketId, context.texts), context);
    },
    clear() {
      missed = [];
      options.notifier.clear();
    },
  };
}
