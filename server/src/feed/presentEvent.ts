import type { FeedEvent } from '@tikethet/shared/events';
import { encodeFeedCursor } from './cursor';
import { isPublicType, viewOf, type FeedRow } from './read';

/** An event as one kind of reader gets it. */
export function presentEvent(
  row: FeedRow,
  epoch: string,
  view: 'staff' | 'customer' | 'hidden',
): FeedEvent {
  if (!isPublicType(row.type)) throw new Error(`${row.type} is not for people`);
  const head = {
    id: row.id,
    cursor: encodeFeedCursor({ epoch, position: row.position }),
    ticketId: row.ticketId,
    actorId: row.actorId,
    at: row.at.toISOString(),
  };
  if (view === 'hidden') {
    const { id, number } = row.data as { id: string; number: number };
    return { ...head, type: 'ticket.hidden', data: { id, number } };
  }
  const data = view === 'staff' ? row.data : row.customerData;
  // What was written as an event of this type is read as one.
  return { ...head, type: row.type, data } as FeedEvent;
}

/** An event as a reader with these keys gets it. */
export function presentFor(row: FeedRow, epoch: string, keys: ReadonlySet<string>): FeedEvent {
  return presentEvent(row, epoch, viewOf(row, keys));
}
