import { z } from 'zod';

/** What the environment decides about the console. */
export interface Environment {
  /** Origin of the desk, without a slash at its end. */
  serverUrl: string;
  /** Folder of everything the console keeps; null: the system's usual one. */
  userData: string | null;
  /** Test hooks are on (never in a packaged app). */
  test: boolean;
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** https everywhere; http only where nobody can listen in: on this computer. */
const serverUrl = z
  .url({ protocol: /^https?$/ })
  .transform((value) => new URL(value))
  .refine((url) => url.protocol === 'https:' || LOOPBACK.has(url.hostname))
  .refine((url) => url.username === '' && url.password === '')
  .transform((url) => url.origin);

export type EnvironmentProblem = { variable: 'TIKETHET_SERVER_URL'; value: string };

/**
 * Reads the console's variables. An address of the desk that cannot be used is a problem to show,
 * not something to guess around.
 */
export function readEnvironment(
  variables: Record<string, string | undefined>,
  packaged: boolean,
): { ok: true; environment: Environment } | { ok: false; problem: EnvironmentProblem } {
  const address = variables['TIKETHET_SERVER_URL'] || 'http://127.0.0.1:3000';
  const parsed = serverUrl.safeParse(address);
  if (!parsed.success) {
    return { ok: false, problem: { variable: 'TIKETHET_SERVER_URL', value: address } };
  }
  return {
    ok: true,
    environment: {
      serverUrl: parsed.data,
      userData: variables['TIKETHET_USER_DATA'] || null,
      test: !packaged && variables['TIKETHET_TEST'] === '1',
    },
  };
}
