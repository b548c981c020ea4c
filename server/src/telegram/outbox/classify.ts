import { GrammyError } from 'grammy';
import type { DeliveryReason } from '@tikethet/shared/deliveries';
import type { DeliveryOutcome, Pause } from '../../domain/deliveries/outcome';
import { describeFailure, NotDoneError } from '../api';
import { CannotSend, type OutCall } from './call';
import { reasonOfRefusal } from './refusals';

/** Milliseconds before the second try; doubles up to the longest. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;
/** Milliseconds: a refused token is not the message's fault, but nothing goes until it is mended. */
const TOKEN_PAUSE = 60_000;
/** Tries of a call that Telegram's servers answer with 5xx: the message itself may be the cause. */
const SERVER_TRIES = 12;
/** Tries of a repeatable call whose answers do not come. */
const SILENT_TRIES = 5;

type Waiting = Extract<DeliveryOutcome, { state: 'QUEUED' }>;

function later(now: Date, ms: number): Date {
  return new Date(now.getTime() + ms);
}

function waiting(
  reason: DeliveryReason,
  detail: string,
  retryAt: Date,
  pause: Pause | null = null,
): Waiting {
  return { state: 'QUEUED', reason, detail, retryAt, pause, moveTo: null };
}

/** Telegram does not know the token: it was revoked, or never existed. */
export function isTokenRefused(error: unknown): boolean {
  if (!(error instanceof GrammyError)) return false;
  const { error_code: code, description } = error;
  return code === 401 || (code === 404 && description === 'Not Found');
}

function refused(error: GrammyError, call: OutCall, now: Date): DeliveryOutcome {
  const { error_code: code, description, parameters } = error;
  if (code === 429) {
    const seconds = parameters.retry_after ?? 1;
    return waiting('rate_limited', description, later(now, seconds * 1_000), 'rate_limited');
  }
  if (isTokenRefused(error)) {
    return waiting('token_revoked', description, later(now, TOKEN_PAUSE), 'token_revoked');
  }
  // What was wanted is so already: the answer to an earlier try was lost.
  if (/message is not modified|message to delete not found/.test(description)) {
    return { state: 'SENT', parts: [], removed: call.removes, more: false };
  }
  const moveTo = parameters.migrate_to_chat_id;
  if (moveTo !== undefined) {
    return { ...waiting('chat_migrated', description, now), moveTo };
  }
  return { state: 'FAILED', reason: reasonOfRefusal(code, description), detail: description };
}

/** It had no effect: once more, later and later. */
export function tryLater(
  reason: DeliveryReason,
  detail: string,
  attempts: number,
  now: Date,
): Waiting {
  const wait = Math.min(FIRST_PAUSE * 2 ** Math.min(attempts - 1, 10), LONGEST_PAUSE);
  return waiting(reason, detail, later(now, wait));
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
  if (error instanceof CannotSend) {
    return { state: 'FAILED', reason: error.reason, detail: error.message };
  }
  const detail = describeFailure(error);
  if (call === null) return { state: 'FAILED', reason: 'other', detail };
  if (error instanceof GrammyError) return refused(error, call, now);
  if (error instanceof NotDoneError) {
    const reason = error.status === null ? 'unreachable' : 'telegram_down';
    if (error.status === 413) return { state: 'FAILED', reason: 'too_large', detail };
    if (error.status !== null && attempts >= SERVER_TRIES) {
      return { state: 'FAILED', reason, detail };
    }
    return tryLater(reason, detail, attempts, now);
  }
  if (call.repeatable && attempts < SILENT_TRIES) {
    return tryLater('no_answer', detail, attempts, now);
  }
  const cut = detail === 'AbortError' || detail === 'TimeoutError' ? 'timed out' : detail;
  return { state: 'UNKNOWN', reason: 'no_answer', detail: cut };
}
