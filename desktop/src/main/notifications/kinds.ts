import type { Notification } from '@tikethet/shared/contracts';
import type { NotificationKind } from '@tikethet/shared/notices';
import type { NoticeKind } from '../../bridge/native';
import type { Texts } from '../texts';
import type { NotificationContent } from './notifier';

/** Under which of the person's choices a notification of the desk falls. */
export const KIND_OF: Readonly<Record<NotificationKind, NoticeKind>> = {
  NEW_TICKET: 'newTicket',
  CUSTOMER_REPLIED: 'customerReplied',
  ASSIGNED: 'assigned',
  WOKEN: 'assigned',
  MENTIONED: 'mentioned',
  SLA_AT_RISK: 'slaAtRisk',
  UNDELIVERED: 'unsent',
  REPLIED: 'other',
  TAKEN: 'other',
  STATUS: 'other',
  RATING: 'other',
  NEWS: 'other',
};

/** Characters; systems cut much earlier. */
const LONGEST = 240;

/** One readable line of a text. */
export function excerpt(text: string): string {
  const line = Array.from(text.replace(/\s+/g, ' ').trim());
  return line.length <= LONGEST ? line.join('') : `${line.slice(0, LONGEST - 1).join('')}…`;
}

/** What was written; without text it is named by what it is, without a message by its ticket. */
function saidIn({ text, messageKind, attachment, ticket }: Notification, t: Texts): string {
  if (text !== '') return excerpt(text);
  if (messageKind === null) return excerpt(ticket?.title ?? '');
  return t(
    `messageKind.${messageKind === 'TEXT' && attachment !== null ? 'DOCUMENT' : messageKind}`,
  );
}

/**
 * The picture beside it: that of the message, small, else the face of whom it is from. One from
 * Telegram may still be on its way.
 */
function pictureOf({ attachment, avatarUrl }: Notification): string | null {
  if (attachment === null || attachment.kind !== 'IMAGE') return avatarUrl;
  const { id, state, thumbnailUrl } = attachment;
  return thumbnailUrl === null && state !== 'FETCHING'
    ? avatarUrl
    : `/api/v1/attachments/${id}/thumbnail`;
}

/**
 * A notification of the desk as the system shows it: who, about which ticket, what.
 * @param previews false: the person does not want texts on a screen that others see
 */
export function contentOf(
  notification: Notification,
  t: Texts,
  previews: boolean,
): NotificationContent {
  const { kind, ticket, count, messageId } = notification;
  const values = {
    name: notification.personName ?? t('notification.somebody'),
    number: ticket?.number ?? 0,
    count,
  };
  const said = saidIn(notification, t);
  const named = kind === 'NEW_TICKET' && said !== '';
  return {
    kind: KIND_OF[kind],
    title: ticket === null ? t('notification.news') : t(`notification.kinds.${kind}`, values),
    body: previews
      ? named
        ? t('notification.from', { name: values.name, text: said })
        : said
      : t('notification.hidden'),
    ticketId: ticket?.id ?? null,
    messageId,
    picture: previews ? pictureOf(notification) : null,
    answerable: kind === 'NEW_TICKET' || kind === 'CUSTOMER_REPLIED',
  };
}

/** Many things at once, after a time without a connection. */
export function missedMany(missed: readonly Notification[], t: Texts): NotificationContent {
  const tickets = new Set(missed.flatMap(({ ticket }) => ticket?.id ?? []));
  const [only = null] = tickets;
  return {
    kind: 'other',
    title: t('notification.missed', { count: missed.length }),
    body: t('notification.missedBody', { count: tickets.size }),
    ticketId: tickets.size === 1 ? only : null,
    messageId: null,
    picture: null,
    answerable: false,
  };
}

/** A change of the person's own that this computer could not get to the desk. */
export function notSent(ticketId: string | null, t: Texts): NotificationContent {
  return {
    kind: 'unsent',
    title: t('unsent.heldTitle'),
    body: t('unsent.heldBody'),
    ticketId,
    messageId: null,
    picture: null,
    answerable: false,
  };
}

/** The last link of the self-test. */
export function trial(t: Texts): NotificationContent {
  return {
    kind: 'other',
    title: t('notification.trialTitle'),
    body: t('notification.trialBody'),
    ticketId: null,
    messageId: null,
    picture: null,
    answerable: false,
  };
}
