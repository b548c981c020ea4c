import type { Message, TicketChange } from '@tikethet/shared/contracts';
import { isActive } from '@tikethet/shared/tickets';

/** Milliseconds within which one person's messages stand together. */
const TOGETHER = 5 * 60_000;

export type TimelineItem =
  | { kind: 'day'; key: string; day: Date }
  | { kind: 'change'; key: string; change: TicketChange }
  | {
      kind: 'message';
      key: string;
      message: Message;
      /** The first of several by one person: it carries the name. */
      first: boolean;
      /** The last of them: it carries the face. */
      last: boolean;
    };

function dayOf(iso: string): string {
  return new Date(iso).toDateString();
}

function belongTogether(a: Message | undefined, b: Message | undefined): boolean {
  if (!a || !b) return false;
  return (
    a.author.id === b.author.id &&
    a.author.side === b.author.side &&
    a.internal === b.internal &&
    a.origin?.id === b.origin?.id &&
    dayOf(a.createdAt) === dayOf(b.createdAt) &&
    Math.abs(new Date(b.createdAt).getTime() - new Date(a.createdAt).getTime()) <= TOGETHER
  );
}

/**
 * Messages in the order in which they are read: those of the ticket itself by their positions, those
 * of tickets that were merged into it (which stand behind them) where they belong by their time.
 * @param messages by position
 */
export function inReadingOrder(messages: readonly Message[]): readonly Message[] {
  if (messages.every(({ origin }) => origin === null)) return messages;
  const own = messages.filter(({ origin }) => origin === null);
  const merged = messages
    .filter(({ origin }) => origin !== null)
    .sort((a, b) => a.createdAt.localeCompare(b.createdAt) || a.position - b.position);
  const ordered: Message[] = [];
  let at = 0;
  for (const message of own) {
    for (; at < merged.length; at += 1) {
      const next = merged[at];
      if (next === undefined || next.createdAt > message.createdAt) break;
      ordered.push(next);
    }
    ordered.push(message);
  }
  return [...ordered, ...merged.slice(at)];
}

/** A change that a message of the same moment tells by itself: an answer takes and makes wait. */
function isPlainFrom(change: TicketChange, message: Message | undefined): boolean {
  if (message === undefined || message.internal || message.createdAt !== change.at) return false;
  if (message.author.id !== change.actor.id) return false;
  const { change: what } = change;
  // That it comes back to work is more than an answer says.
  if (what.field === 'status') return isActive(what.from);
  return what.field === 'assigneeId';
}

/** Taking a ticket begins work on it, merging closes it: one line says both. */
function isImplied(change: TicketChange, others: readonly TicketChange[]): boolean {
  if (change.change.field !== 'status') return false;
  if (others.some(({ change: { field } }) => field === 'mergedInto')) return true;
  const { from, to } = change.change;
  const byWork = [from, to].every((status) => status === 'OPEN' || status === 'IN_PROGRESS');
  return (
    byWork && others.some((other) => other.change.field === 'assigneeId' && other.at === change.at)
  );
}

/** Changes that are worth a line between messages, oldest first. */
export function worthALine(
  changes: readonly TicketChange[],
  messages: readonly Message[],
): TicketChange[] {
  const byMoment = new Map(messages.map((message) => [message.createdAt, message]));
  const moments = new Map<string, TicketChange[]>();
  for (const change of changes) moments.set(change.at, [...(moments.get(change.at) ?? []), change]);
  return changes.filter(
    (change) =>
      !isPlainFrom(change, byMoment.get(change.at)) &&
      !isImplied(change, moments.get(change.at) ?? []),
  );
}

/**
 * One timeline: messages grouped by person, what changed between them, and a mark before each day
 * (in this computer's zone).
 * @param messages by position
 * @param changes oldest first
 * @param whole false: earlier messages are not loaded, and changes before the first wait for them
 */
export function toTimeline(
  messages: readonly Message[],
  changes: readonly TicketChange[] = [],
  whole = true,
): TimelineItem[] {
  const items: TimelineItem[] = [];
  const told = worthALine(changes, messages);
  let next = 0;
  let day = '';
  let before: Message | undefined;
  const begin = (iso: string, key: string) => {
    if (dayOf(iso) === day) return;
    day = dayOf(iso);
    items.push({ kind: 'day', key: `day-${key}`, day: new Date(iso) });
    before = undefined;
  };
  const tell = (until: string | null) => {
    for (; next < told.length; next += 1) {
      const change = told[next];
      if (change === undefined || (until !== null && change.at >= until)) return;
      begin(change.at, change.id);
      items.push({ kind: 'change', key: change.id, change });
      before = undefined;
    }
  };
  const ordered = inReadingOrder(messages);
  if (!whole) {
    const [oldest] = ordered;
    next = told.findIndex(({ at }) => oldest !== undefined && at >= oldest.createdAt);
    if (next < 0) next = told.length;
  }
  for (const message of ordered) {
    tell(message.createdAt);
    begin(message.createdAt, message.id);
    const first = !belongTogether(before, message);
    const previous = items.at(-1);
    if (!first && previous?.kind === 'message') previous.last = false;
    items.push({ kind: 'message', key: message.id, message, first, last: true });
    before = message;
  }
  tell(null);
  return items;
}
