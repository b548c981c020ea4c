import { ApiError } from '@tikethet/shared/client';
import { AppError, isErrorCode } from '@tikethet/shared/errors';
import type { BridgeError, Result } from '../bridge';

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** `status` is the HTTP status, 0 when no answer of the desk stands behind the failure. */
export function fail(
  code: BridgeError['code'],
  status = 0,
  details: Record<string, unknown> = {},
): { ok: false; error: BridgeError } {
  return { ok: false, error: { code, status, details } };
}

/** A thrown error as plain data. What is not ours becomes `internal`; its text stays behind. */
export function failure(error: unknown): { ok: false; error: BridgeError } {
  if (error instanceof ApiError) {
    const wait = error.retryAfter === null ? {} : { retryAfter: error.retryAfter };
    return fail(error.code, error.status, { ...error.details, ...wait });
  }
  if (error instanceof AppError) return fail(error.code, error.status, error.details);
  return fail('internal');
}

/** Runs something that may throw and answers with a `Result`. */
export async function attempt<T>(run: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await run());
  } catch (error) {
    return failure(error);
  }
}

/** Codes of the way to the desk, beside the desk's own. */
const OURS: ReadonlySet<string> = new Set(['network', 'timeout', 'invalid_ipc', 'storage']);

export function isBridgeCode(value: unknown): value is BridgeError['code'] {
  return isErrorCode(value) || (typeof value === 'string' && OURS.has(value));
}
