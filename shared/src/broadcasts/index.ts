import type { Language } from '../contracts/common';

/** Who gets a broadcast. Customers who want no news, and people who blocked the bot, never do. */
export const SEGMENT_KINDS = [
  'customers',
  'language',
  'activeTickets',
  'category',
  'recent',
  'staff',
] as const;
export type SegmentKind = (typeof SEGMENT_KINDS)[number];

export type BroadcastSegment =
  /** Every customer. */
  | { kind: 'customers' }
  | { kind: 'language'; language: Language }
  /** Customers with a ticket that somebody still works on. */
  | { kind: 'activeTickets' }
  /** Customers with any ticket of this category. */
  | { kind: 'category'; categoryId: string }
  /** Customers who were seen in the last so many days. */
  | { kind: 'recent'; days: number }
  /** The team, except whoever sends it. */
  | { kind: 'staff' };

export const BROADCAST_STATES = ['DRAFT', 'PREPARING', 'SENDING', 'STOPPED', 'DONE'] as const;
export type BroadcastState = (typeof BROADCAST_STATES)[number];

/** Characters: what Telegram takes in one message, alone and below a file. */
export const BROADCAST_TEXT = 4_096;
export const BROADCAST_CAPTION = 1_024;

/** Whether a broadcast goes to customers, who may say that they want no news. */
export function isForCustomers(segment: BroadcastSegment): boolean {
  return segment.kind !== 'staff';
}

/** Whether something of it may still leave. */
export function isUnderWay(state: BroadcastState): boolean {
  return state === 'PREPARING' || state === 'SENDING';
}
