import {
  clockRuns,
  dueAt,
  type PriorityTargets,
  type TicketPriority,
} from '@tikethet/shared/tickets';
import type { Ctx } from '../context';
import { getPriority } from '../priorities/listPriorities';
import type { Ticket, TicketPatch } from './ticket';

/** What a priority promises now. */
export async function targetsOf(ctx: Ctx, priority: TicketPriority): Promise<PriorityTargets> {
  return getPriority(ctx, priority);
}

/** When a ticket that is opened now must be answered. */
export async function firstPromise(ctx: Ctx, priority: TicketPriority): Promise<Date | null> {
  const clock = { status: 'OPEN', startedAt: ctx.now, firstResponseAt: null } as const;
  return dueAt(clock, await targetsOf(ctx, priority));
}

const CLOCK_FIELDS = ['status', 'priority', 'firstResponseAt'] as const;

/**
 * What a change means for the clock of a ticket's promise: it stands while the desk owes nothing,
 * and goes on from there afterwards.
 */
export async function promisePatch(
  ctx: Ctx,
  old: Ticket,
  patch: TicketPatch,
): Promise<TicketPatch> {
  const touched = CLOCK_FIELDS.some(
    (field) => patch[field] !== undefined && patch[field] !== old[field],
  );
  if (!touched) return {};
  const status = patch.status ?? old.status;
  const runs = clockRuns(status);
  const stoppedAt = runs ? null : (old.clockStoppedAt ?? ctx.now);
  const paused =
    runs && old.clockStoppedAt !== null ? ctx.now.getTime() - old.clockStoppedAt.getTime() : 0;
  const startedAt = new Date(old.clockStartedAt.getTime() + paused);
  const firstResponseAt = patch.firstResponseAt ?? old.firstResponseAt;
  const targets = await targetsOf(ctx, patch.priority ?? old.priority);
  return {
    clockStartedAt: startedAt,
    clockStoppedAt: stoppedAt,
    dueAt: dueAt({ status, startedAt, firstResponseAt }, targets),
  };
}
