import type { Tokens, User } from '@tikethet/shared/contracts';
import { ApiError } from '@tikethet/shared/client';

export interface SessionDoors {
  /** Signs in with what Telegram gave at launch. */
  signIn: () => Promise<Tokens>;
  refresh: (refreshToken: string) => Promise<Tokens>;
  now: () => number;
}

export interface Session {
  /** The access token, held in memory only; null before the sign-in. */
  token: () => string | null;
  user: () => User | null;
  /** Milliseconds (of `now`) at which the access token runs out. */
  expiresAt: () => number;
  /** A new token; callers that come while one is fetched share it. Throws {@link ApiError}. */
  renew: () => Promise<string>;
}

/** Keeps the person signed in: refreshes, and signs in anew when the session is over. */
export function createSession({ signIn, refresh, now }: SessionDoors): Session {
  let tokens: Tokens | null = null;
  let expiresAt = 0;
  let pending: Promise<string> | null = null;

  async function fetchTokens(): Promise<string> {
    const asked = now();
    try {
      tokens = tokens === null ? await signIn() : await refresh(tokens.refreshToken);
    } catch (error) {
      // A refresh that the server refused: the session is over, Telegram's word still stands.
      const refused =
        error instanceof ApiError && error.status === 401 && error.code !== 'unavailable';
      if (tokens === null || !refused) throw error;
      tokens = null;
      tokens = await signIn();
    }
    expiresAt = asked + tokens.expiresIn * 1000;
    return tokens.accessToken;
  }

  return {
    token: () => tokens?.accessToken ?? null,
    user: () => tokens?.user ?? null,
    expiresAt: () => expiresAt,
    renew: () => {
      pending ??= fetchTokens().finally(() => {
        pending = null;
      });
      return pending;
    },
  };
}
