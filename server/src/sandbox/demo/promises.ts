import { clockRuns, DEFAULT_TARGETS, dueAt, type TicketPriority } from '@tikethet/shared/tickets';
import type { Life } from './life';

/** The clock of a ticket's promise as its conversation has moved it. */
export function promiseColumns(
  life: Life,
  priority: TicketPriority,
): Record<string, string | null> {
  const opened = life.turns[0]?.at ?? 0;
  let paused = 0;
  let stoppedAt: number | null = null;
  for (const turn of life.turns) {
    if (turn.side === 'STAFF') stoppedAt ??= turn.at;
    if (turn.side !== 'CUSTOMER' || stoppedAt === null) continue;
    paused += turn.at - stoppedAt;
    stoppedAt = null;
  }
  const answered = life.turns.find((turn) => turn.side === 'STAFF')?.at;
  const startedAt = new Date(opened + paused);
  const runs = clockRuns(life.status);
  const stops = runs ? null : (life.resolvedAt ?? stoppedAt ?? opened);
  const due = dueAt(
    {
      status: life.status,
      startedAt,
      firstResponseAt: answered === undefined ? null : new Date(answered),
    },
    DEFAULT_TARGETS[priority],
  );
  return {
    clock_started_at: startedAt.toISOString(),
    clock_stopped_at: stops === null ? null : new Date(stops).toISOString(),
    due_at: due?.toISOString() ?? null,
  };
}
