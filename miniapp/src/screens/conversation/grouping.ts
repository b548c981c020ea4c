import type { Message } from '@tikethet/shared/contracts';

export interface Day {
  /** The person's calendar day. */
  key: string;
  /** When its first message was written. */
  at: string;
  messages: Message[];
}

/** Minutes of silence after which the same author's next message stands apart. */
const PAUSE = 5;

/**
 * Messages (oldest first) by the day on which they were written.
 * @param dayOf the calendar day of a moment, in the person's zone
 */
export function groupByDay(messages: readonly Message[], dayOf: (at: Date) => string): Day[] {
  const days: Day[] = [];
  for (const message of messages) {
    const key = dayOf(new Date(message.createdAt));
    const last = days.at(-1);
    if (last?.key === key) last.messages.push(message);
    else days.push({ key, at: message.createdAt, messages: [message] });
  }
  return days;
}

/** Whether a message begins a new group: another author, or the same after a pause. */
export function startsGroup(before: Message | undefined, message: Message): boolean {
  if (!before || before.author.side === 'SYSTEM') return true;
  if (before.author.id !== message.author.id || before.author.side !== message.author.side)
    return true;
  const silence = new Date(message.createdAt).getTime() - new Date(before.createdAt).getTime();
  return silence > PAUSE * 60_000;
}
