import { EVENTS, feedEvent, type FeedEvent } from '@tikethet/shared/events';
import { z } from 'zod';

const place = z.object({ cursor: z.string().min(1), type: z.string() });

export type ParsedEvent =
  | { kind: 'event'; event: FeedEvent }
  /** A type this version does not know: newer servers may tell more. */
  | { kind: 'unknown'; cursor: string }
  /** A known type that does not have its shape: what it changed has to be read again. */
  | { kind: 'broken'; cursor: string | null };

/** Checks one event of the feed, its `data` by its type. */
export function parseEvent(value: unknown): ParsedEvent {
  const placed = place.safeParse(value);
  if (!placed.success) return { kind: 'broken', cursor: null };
  const { cursor, type } = placed.data;
  if (!Object.hasOwn(EVENTS, type)) return { kind: 'unknown', cursor };
  const envelope = feedEvent.safeParse(value);
  if (!envelope.success) return { kind: 'broken', cursor };
  const data = EVENTS[envelope.data.type].safeParse(envelope.data.data);
  if (!data.success) return { kind: 'broken', cursor };
  // `data` was parsed by the schema that `type` names; the pairing is what TypeScript cannot follow.
  return { kind: 'event', event: { ...envelope.data, data: data.data } as FeedEvent };
}
