export { findZone, zoneName, zonesFor, type NamedZone } from './timeZones';

/** What a customer may be told in Telegram beside the answers of staff, which always arrive. */
export const CUSTOMER_NOTICES = ['status', 'rating', 'news'] as const;
export type CustomerNotice = (typeof CUSTOMER_NOTICES)[number];

/** What a member of staff may be told in Telegram. */
export const STAFF_NOTICES = ['newTicket', 'assigned', 'customerReplied', 'slaAtRisk'] as const;
export type StaffNotice = (typeof STAFF_NOTICES)[number];

/** `HH:MM` on the person's clock; `from` may be later than `to`: then the night is between them. */
export interface QuietHours {
  from: string;
  to: string;
}

export interface Preferences {
  customerNotices: Readonly<Record<CustomerNotice, boolean>>;
  staffNotices: Readonly<Record<StaffNotice, boolean>>;
  /** When messages of the bot arrive without a sound; null: never. */
  quietHours: QuietHours | null;
  /** IANA name. */
  timeZone: string;
}

export const DEFAULT_TIME_ZONE = 'Europe/Moscow';

/** What applies to people who have chosen nothing. */
export const DEFAULT_PREFERENCES: Preferences = {
  customerNotices: { status: true, rating: true, news: true },
  staffNotices: { newTicket: true, assigned: true, customerReplied: true, slaAtRisk: true },
  quietHours: null,
  timeZone: DEFAULT_TIME_ZONE,
};

/** A part of the preferences to change; what is absent stays. */
export interface PreferencesChange {
  customerNotices?: Partial<Record<CustomerNotice, boolean>> | undefined;
  staffNotices?: Partial<Record<StaffNotice, boolean>> | undefined;
  quietHours?: QuietHours | null | undefined;
  timeZone?: string | undefined;
}

/** Preferences with a part of them changed. */
export function changePreferences(before: Preferences, change: PreferencesChange): Preferences {
  return {
    customerNotices: { ...before.customerNotices, ...change.customerNotices },
    staffNotices: { ...before.staffNotices, ...change.staffNotices },
    quietHours: change.quietHours === undefined ? before.quietHours : change.quietHours,
    timeZone: change.timeZone ?? before.timeZone,
  };
}

/** Whether this machine knows the zone: `Europe/Moscow`, `UTC`, … */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** `HH:MM` on the clocks of a zone at a moment. */
export function clockIn(timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

/**
 * Whether a moment lies in the person's quiet hours, by the clock on their wall: the hour that a
 * change of clocks repeats is quiet twice. `from` belongs to them, `to` does not; from = to is the
 * whole day.
 */
export function isQuietAt(
  { quietHours, timeZone }: Pick<Preferences, 'quietHours' | 'timeZone'>,
  at: Date,
): boolean {
  if (quietHours === null) return false;
  const { from, to } = quietHours;
  const clock = clockIn(timeZone, at);
  return from < to ? clock >= from && clock < to : clock >= from || clock < to;
}

/**
 * What stands in a person's list of notifications. REPLIED, TAKEN, STATUS and RATING are told to
 * the customer of a ticket, ASSIGNED to the member of staff who got it, MENTIONED to one whom a note
 * addresses, WOKEN to one whose ticket has slept long enough, NEW_TICKET, CUSTOMER_REPLIED and
 * SLA_AT_RISK to whoever holds the ticket or could take it, UNDELIVERED to the author of what the
 * chat has not taken, NEWS to anybody.
 */
export const NOTIFICATION_KINDS = [
  'REPLIED',
  'TAKEN',
  'STATUS',
  'RATING',
  'ASSIGNED',
  'MENTIONED',
  'WOKEN',
  'NEW_TICKET',
  'CUSTOMER_REPLIED',
  'SLA_AT_RISK',
  'UNDELIVERED',
  'NEWS',
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** Those told to people as staff: they speak of other people's tickets. */
export const STAFF_NOTIFICATIONS = [
  'ASSIGNED',
  'MENTIONED',
  'WOKEN',
  'NEW_TICKET',
  'CUSTOMER_REPLIED',
  'SLA_AT_RISK',
  'UNDELIVERED',
] as const satisfies readonly NotificationKind[];

/**
 * Whether a person wants it in their list. Answers of staff are never held back, and what concerns
 * staff is always listed: what they chose decides what calls them, in Telegram or on a computer.
 */
export function wants(preferences: Preferences, kind: NotificationKind): boolean {
  const { customerNotices } = preferences;
  const chosen: Record<NotificationKind, boolean> = {
    REPLIED: true,
    TAKEN: customerNotices.status,
    STATUS: customerNotices.status,
    RATING: customerNotices.rating,
    ASSIGNED: true,
    MENTIONED: true,
    WOKEN: true,
    NEW_TICKET: true,
    CUSTOMER_REPLIED: true,
    SLA_AT_RISK: true,
    UNDELIVERED: true,
    NEWS: customerNotices.news,
  };
  return chosen[kind];
}
