import type { StoredMessage } from '../../types';
import { sameDay } from './time';

/** One bubble: a message, or all messages of an album. */
export interface Bubble {
  key: number;
  items: StoredMessage[];
  /** First of a day: a date line stands above it. */
  newDay: boolean;
  /** Last of several from the same side in a row: it has the tail. */
  last: boolean;
}

const nearSeconds = 300;

/** Messages as bubbles: albums joined, days and runs marked. */
export function toBubbles(messages: StoredMessage[]): Bubble[] {
  const bubbles: Bubble[] = [];
  for (const stored of messages) {
    const previous = bubbles.at(-1);
    const before = previous?.items.at(-1);
    const album = stored.message.media_group_id;
    if (previous !== undefined && album !== undefined && before?.message.media_group_id === album) {
      previous.items.push(stored);
      continue;
    }
    const newDay = before === undefined || !sameDay(before.message.date, stored.message.date);
    const run =
      before !== undefined &&
      !newDay &&
      before.from === stored.from &&
      stored.message.date - before.message.date < nearSeconds;
    if (previous !== undefined && run) previous.last = false;
    bubbles.push({ key: stored.message.message_id, items: [stored], newDay, last: true });
  }
  return bubbles;
}
