import type { TicketPriority, TicketStatus } from './kinds';

/** How soon the desk promises to act, in minutes after the ticket was opened; null: no promise. */
export interface PriorityTargets {
  firstResponseMinutes: number | null;
  resolutionMinutes: number | null;
}

/** What a new desk promises. A priority's targets are a setting. */
export const DEFAULT_TARGETS = {
  LOW: { firstResponseMinutes: 8 * 60, resolutionMinutes: 72 * 60 },
  NORMAL: { firstResponseMinutes: 4 * 60, resolutionMinutes: 24 * 60 },
  HIGH: { firstResponseMinutes: 60, resolutionMinutes: 8 * 60 },
  CRITICAL: { firstResponseMinutes: 15, resolutionMinutes: 4 * 60 },
} as const satisfies Record<TicketPriority, PriorityTargets>;

/** Minutes before its promised moment in which a ticket counts as at risk. */
export const DUE_SOON_MINUTES = 60;

/** What a promise is reckoned from. */
export interface PromiseClock {
  status: TicketStatus;
  /** When it was opened, moved on by every pause since. */
  startedAt: Date;
  firstResponseAt: Date | null;
}

/** The clock stands while the desk owes nothing: it waits for the customer, or is done. */
export function clockRuns(status: TicketStatus): boolean {
  return status === 'OPEN' || status === 'IN_PROGRESS';
}

/** When a span of minutes is over. The wall's clock; a calendar of working hours belongs here. */
export function promisedAt(startedAt: Date, minutes: number): Date {
  return new Date(startedAt.getTime() + minutes * 60_000);
}

/**
 * The next promised moment: the first response while there is none, then the resolution. Null
 * while the clock stands, and without a promise.
 */
export function dueAt(clock: PromiseClock, targets: PriorityTargets): Date | null {
  if (!clockRuns(clock.status)) return null;
  const spans = [
    clock.firstResponseAt === null ? targets.firstResponseMinutes : null,
    targets.resolutionMinutes,
  ].filter((minutes) => minutes !== null);
  return spans.length === 0 ? null : promisedAt(clock.startedAt, Math.min(...spans));
}

/** How a promise stands: kept for now, at risk, or broken. */
export type PromiseState = 'ahead' | 'at_risk' | 'late';

/** @param due ISO 8601 or null: nothing is promised @param now milliseconds since the epoch */
export function promiseState(due: string | null, now: number): PromiseState | null {
  if (due === null) return null;
  const left = Date.parse(due) - now;
  if (left <= 0) return 'late';
  return left <= DUE_SOON_MINUTES * 60_000 ? 'at_risk' : 'ahead';
}
