import { ApiError } from '@tikethet/shared/client';
import { expect, it } from 'vitest';
import { isPassing } from './isPassing';

it.each([
  [0, 'network', true],
  [503, 'unavailable', true],
  [401, 'token_expired', true],
  [429, 'rate_limited', true],
  // Said by a proxy, or by Node to a request that was cut on its way: the desk has refused nothing.
  [400, 'unavailable', true],
  [403, 'unavailable', true],
  [200, 'unavailable', true],
  [403, 'forbidden', false],
  [409, 'ticket_closed', false],
  [422, 'validation_failed', false],
] as const)('%i %s passes: %s', (status, code, passes) => {
  expect(isPassing(new ApiError(status, code, ''))).toBe(passes);
});
