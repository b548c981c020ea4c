import { ApiError } from '@tikethet/shared/client';

/** Whether the same request may succeed later, unchanged. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false;
  const { status, code } = error;
  // A proxy's word, whatever its status: the desk has refused nothing.
  if (code === 'unavailable') return true;
  // 401: the sign-in has run out; what is written waits for the next one.
  return status === 0 || status === 401 || status === 408 || status === 429 || status >= 500;
}
