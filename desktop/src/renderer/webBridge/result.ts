import { ApiError } from '@tikethet/shared/client';
import type { BridgeError, Result } from '../../bridge';

export function toBridgeError(error: unknown): BridgeError {
  if (error instanceof ApiError) {
    return { code: error.code, status: error.status, details: error.details };
  }
  return { code: 'internal', status: 0, details: {} };
}

/** A promise's outcome as a value, as every bridge gives it. */
export async function toResult<T>(pending: Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await pending };
  } catch (error) {
    return { ok: false, error: toBridgeError(error) };
  }
}
