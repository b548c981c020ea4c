import type { Message } from '@tikethet/shared/contracts';

/** Milliseconds within which one person's messages stand together. */
const TOGETHER = 5 * 60_000;

export type TimelineItem =
  | { kind: 'day'; key: string; day: Date }
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
    dayOf(a.createdAt) === dayOf(b.createdAt) &&
    Math.abs(new Date(b.createdAt).getTime() - new Date(a.createdAt).getTime()) <= TOGETHER
  );
}

/** Puts a mark before each day's first message (in this computer's zone) and groups by person. */
export function toTimeline(messages: readonly Message[]): TimelineItem[] {
  const items: TimelineItem[] = [];
  messages.forEach((message, index) => {
    const before = messages[index - 1];
    if (!before || dayOf(before.createdAt) !== dayOf(message.createdAt)) {
      const day = new Date(message.createdAt);
      items.push({ kind: 'day', key: `day-${message.id}`, day });
    }
    items.push({
      kind: 'message',
      key: message.id,
      message,
      first: !belongTogether(before, message),
      last: !belongTogether(message, messages[index + 1]),
    });
  });
  return items;
}
