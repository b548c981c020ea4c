import { z } from 'zod';

/** What the environment decides about the console. */
export interface Environment {
  /** Origin of the desk, without a slash at its end; null: what the person chose here. */
  serverUrl: string | null;
  /** Folder of a file server with newer versions; null: the packed one, if any. */
  updatesUrl: string | null;
  /** Folder of everything the console keeps; null: the system's usual one. */
  userData: string | null;
  /** The AppImage that this program was unpacked from (Linux); null: it was not. */
  appImage: string | null;
  /** Test hooks are on (never in a packaged app). */
  test: boolean;
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** https everywhere; http only where nobody can listen in: on this computer. */
const trusted = z
  .url({ protocol: /^https?$/ })
  .transform((value) => new URL(value))
  .refine((url) => url.protocol === 'https:' || LOOPBACK.has(url.hostname))
  .refine((url) => url.username === '' && url.password === '');

/** An address of a desk, cut to its origin. */
export const serverAddress = trusted.transform((url) => url.origin);

/** The desk of `npm start` on this computer: where a console looks that was told nothing. */
export const LOCAL_DESK = 'http://127.0.0.1:3000';

export interface EnvironmentProblem {
  variable: 'TIKETHET_SERVER_URL' | 'TIKETHET_UPDATES_URL';
  value: string;
}

/**
 * Reads the console's variables. An address of the desk that cannot be used is a problem to show,
 * not something to guess around.
 */
export function readEnvironment(
  variables: Record<string, string | undefined>,
  packaged: boolean,
): { ok: true; environment: Environment } | { ok: false; problem: EnvironmentProblem } {
  const server = variables['TIKETHET_SERVER_URL'] || null;
  const desk = serverAddress.nullable().safeParse(server);
  if (!desk.success) {
    return { ok: false, problem: { variable: 'TIKETHET_SERVER_URL', value: server ?? '' } };
  }
  const folder = variables['TIKETHET_UPDATES_URL'] || null;
  const updates = trusted.nullable().safeParse(folder);
  if (!updates.success) {
    return { ok: false, problem: { variable: 'TIKETHET_UPDATES_URL', value: folder ?? '' } };
  }
  return {
    ok: true,
    environment: {
      serverUrl: desk.data,
      updatesUrl: updates.data?.href ?? null,
      userData: variables['TIKETHET_USER_DATA'] || null,
      appImage: variables['APPIMAGE'] || null,
      test: !packaged && variables['TIKETHET_TEST'] === '1',
    },
  };
}
