import { GrammyError } from 'grammy';
import type { DeliveryOutcome } from '../../domain/deliveries/finishDelivery';
import { describeFailure, NotDoneError } from '../api';
import { CannotSend, type OutCall } from './call';

/** Milliseconds before the second try; doubles up to the longest. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;
/** Milliseconds: a refused token is not the message's fault, but nothing goes until it is mended. */
const TOKEN_PAUSE = 60_000;
/** Tries of a call that Telegram's servers answer with 5xx: the message itself may be the cause. */
const SERVER_TRIES = 12;
/** Tries of a repeatable call whose answers do not come. */
const SILENT_TRIES = 5;

type Failure = Exclude<DeliveryOutcome, { state: 'SENT' }>;

function refused(error: GrammyError, call: OutCall, now: Date): DeliveryOutcome {
  const { error_code: code, description } = error;
  const later = (ms: number) => new Date(now.getTime() + ms);
  if (code === 429) {
    const seconds = error.parameters.retry_after ?? 1;
    return { state: 'QUEUED', reason: description, retryAt: later(seconds * 1_000), pause: true };
  }
  if (code === 401 || (code === 404 && description === 'Not Found')) {
    return { state: 'QUEUED', reason: description, retryAt: later(TOKEN_PAUSE), pause: true };
  }
  // What was wanted is so already: the answer to an earlier try was lost.
  if (/message is not modified|message to delete not found/.test(description)) {
    return { state: 'SENT', parts: [], removed: call.removes, more: false };
  }
  const botBlocked = code === 403 && /blocked by the user/.test(description);
  return { state: 'FAILED', reason: botBlocked ? 'blocked' : description, botBlocked };
}

/** It had no effect: once more, later and later. */
export function tryLater(reason: string, attempts: number, now: Date): Failure {
  const wait = Math.min(FIRST_PAUSE * 2 ** Math.min(attempts - 1, 10), LONGEST_PAUSE);
  return { state: 'QUEUED', reason, retryAt: new Date(now.getTime() + wait), pause: false };
}

/**
 * What a failed call means for its delivery.
 * @param attempts how often it was tried, this time included
 */
export function classify(
  error: unknown,
  call: OutCall | null,
  attempts: number,
  now: Date,
): DeliveryOutcome {
  const failed = (reason: string): Failure => ({ state: 'FAILED', reason, botBlocked: false });
  const again = (reason: string) => tryLater(reason, attempts, now);
  if (error instanceof CannotSend) return failed(error.message);
  if (call === null) return failed(`cannot be shown: ${describeFailure(error)}`);
  if (error instanceof GrammyError) return refused(error, call, now);
  const reason = describeFailure(error);
  if (error instanceof NotDoneError) {
    const givenUp = error.status !== null && attempts >= SERVER_TRIES;
    return givenUp ? failed(reason) : again(reason);
  }
  if (call.repeatable && attempts < SILENT_TRIES) return again(reason);
  const cut = reason === 'AbortError' || reason === 'TimeoutError' ? 'timed out' : reason;
  return { state: 'UNKNOWN', reason: cut };
}
