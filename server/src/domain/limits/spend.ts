import { AppError } from '@tikethet/shared/errors';
import type { Ctx } from '../context';
import { CUSTOMER_LIMITS, type CustomerLimit } from './customerLimits';

export interface Spent {
  /** `first`: this went over the limit just now; `over`: an earlier one did. */
  state: 'within' | 'first' | 'over';
  /** Seconds until the window ends. */
  retryAfter: number;
  /** Windows that all that was spent would fill, this one left out: 0 within the limit. */
  windowsAhead: number;
}

const UNLIMITED: Spent = { state: 'within', retryAfter: 0, windowsAhead: 0 };

/**
 * Counts something that a person does. The count lives in the database, so that all processes see
 * one limit, and in the transaction of what it counts, so that what is rolled back is not counted.
 * @param factor multiplies the limit; 0 turns it off
 * @param amount how many at once; the rest of the window counts from there
 */
export async function spend(
  ctx: Ctx,
  factor: number,
  userId: string,
  limit: CustomerLimit,
  amount = 1,
): Promise<Spent> {
  if (factor === 0) return UNLIMITED;
  const { most, seconds } = CUSTOMER_LIMITS[limit];
  const allowed = Math.max(1, Math.round(most * factor));
  const length = seconds * 1_000;
  const start = Math.floor(ctx.now.getTime() / length) * length;
  const [row] = await ctx
    .trx('usage_counters')
    .insert({ user_id: userId, kind: limit, window_start: new Date(start), amount })
    .onConflict(['user_id', 'kind', 'window_start'])
    .merge({ amount: ctx.trx.raw('usage_counters.amount + ?', [amount]) })
    .returning<{ amount: number | string }[]>('amount');
  const spent = Number(row?.amount ?? 0);
  const over = spent > allowed;
  return {
    state: !over ? 'within' : spent - amount <= allowed ? 'first' : 'over',
    retryAfter: Math.max(1, Math.ceil((start + length - ctx.now.getTime()) / 1_000)),
    windowsAhead: Math.ceil(spent / allowed) - 1,
  };
}

/**
 * The same where a person waits for the answer, who is told to try later.
 * @throws AppError `too_many_tickets`, `rate_limited`, with `retryAfter` in seconds
 */
export async function requireRoom(
  ctx: Ctx,
  factor: number,
  userId: string,
  limit: CustomerLimit,
  amount = 1,
): Promise<void> {
  const { state, retryAfter } = await spend(ctx, factor, userId, limit, amount);
  if (state === 'within') return;
  const tickets = limit === 'ticketsPerHour' || limit === 'ticketsPerDay';
  throw new AppError(tickets ? 'too_many_tickets' : 'rate_limited', { limit, retryAfter });
}
