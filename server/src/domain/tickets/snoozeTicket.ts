import { AppError } from '@tikethet/shared/errors';
import { ACTIVE_STATUSES, isActive, LIMITS } from '@tikethet/shared/tickets';
import type { Ctx } from '../context';
import { changeTicket } from './changeTicket';
import { getVisibleTicket, type VisibleTicket } from './loadTickets';

export interface SnoozeTicketInput {
  id: string;
  /** ISO 8601; null: wake it. */
  until: string | null;
  /** The version the change is based on; absent: whatever is there. */
  version?: number;
}

/**
 * Hides an active ticket from queues until a moment or until its customer writes. A moment that
 * has passed (the command waited for a network) wakes it.
 * @throws AppError `not_found`, `forbidden`, `conflict`, `illegal_transition` (it is finished),
 * `validation_failed` (more than a year ahead)
 */
export async function snoozeTicket(ctx: Ctx, input: SnoozeTicketInput): Promise<VisibleTicket> {
  const until = input.until === null ? null : new Date(input.until);
  const sleeps = until !== null && until > ctx.now;
  if (sleeps) {
    if (until.getTime() - ctx.now.getTime() > LIMITS.snoozeDays * 86_400_000) {
      throw new AppError('validation_failed', {
        issues: [{ path: 'until', message: 'more than a year ahead' }],
      });
    }
    const { status } = (await getVisibleTicket(ctx, input.id)).full.ticket;
    if (!isActive(status)) {
      throw new AppError('illegal_transition', { from: status, allowed: ACTIVE_STATUSES });
    }
  }
  const changes = { snoozedUntil: sleeps ? until : null };
  return changeTicket(ctx, { id: input.id, changes, version: input.version });
}
