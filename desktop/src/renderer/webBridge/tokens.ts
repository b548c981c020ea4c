import { ApiError, createApiClient } from '@tikethet/shared/client';
import type { Tokens } from '@tikethet/shared/contracts';

export const API = '/api/v1';
const KEPT = 'tikethet.refreshToken';
/** Milliseconds before an access token's end at which it is renewed. */
const AHEAD = 60_000;

export type Ended = 'revoked' | 'blocked';

interface Watch {
  renewed(tokens: Tokens): void;
  /** The session is over; signing in again is the only way. */
  ended(reason: Ended): void;
}

/** Keeps the person signed in: the refresh token in this tab's storage, the access token nowhere. */
export class TokenKeeper {
  readonly #api = createApiClient({ baseUrl: API, token: () => null });
  readonly #watch: Watch;
  #access: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #renewing: Promise<string | null> | null = null;

  constructor(watch: Watch) {
    this.#watch = watch;
  }

  access(): string | null {
    return this.#access;
  }

  /** Whether this tab may have been signed in before. */
  get kept(): string | null {
    return sessionStorage.getItem(KEPT);
  }

  take(tokens: Tokens): void {
    this.#access = tokens.accessToken;
    sessionStorage.setItem(KEPT, tokens.refreshToken);
    clearTimeout(this.#timer);
    const lasts = Math.max(5_000, tokens.expiresIn * 1_000 - AHEAD);
    this.#timer = setTimeout(() => void this.renew().catch(() => undefined), lasts);
    this.#watch.renewed(tokens);
  }

  forget(): void {
    this.#access = null;
    clearTimeout(this.#timer);
    sessionStorage.removeItem(KEPT);
  }

  /**
   * A fresh access token, or null when the session is over. One exchange at a time: each refresh
   * token is good for one successor. Rejects when the server cannot be reached.
   */
  renew(): Promise<string | null> {
    this.#renewing ??= this.#exchange().finally(() => {
      this.#renewing = null;
    });
    return this.#renewing;
  }

  async #exchange(): Promise<string | null> {
    const refreshToken = this.kept;
    if (refreshToken === null) return null;
    try {
      const tokens = await this.#api('POST /auth/refresh', { refreshToken });
      this.take(tokens);
      return tokens.accessToken;
    } catch (error) {
      const refused = error instanceof ApiError && [401, 403, 422].includes(error.status);
      if (!refused) throw error;
      this.forget();
      this.#watch.ended(error.code === 'account_blocked' ? 'blocked' : 'revoked');
      return null;
    }
  }
}
