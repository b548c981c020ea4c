import { createApiClient, type ApiClient } from '@tikethet/shared/client';
import type { Tokens } from '@tikethet/shared/contracts';
import type { DeviceSignIn, Result, SessionBridge, SessionState } from '../../bridge';
import { startDeviceSignIn } from './deviceSignIn';
import type { BridgeEmitter } from './emitter';
import { toResult } from './result';
import { API, TokenKeeper } from './tokens';

/** Milliseconds between attempts to reach a server that is away while the page opens. */
const RETRY = 3_000;

/** Who uses this tab. */
export class WebSession implements SessionBridge {
  readonly api: ApiClient;
  readonly tokens: TokenKeeper;
  readonly #emitter: BridgeEmitter;
  #state: SessionState | null = null;
  #opening: Promise<SessionState> | null = null;
  #waiting: AbortController | null = null;

  /** @param renewed told of every fresh access token */
  constructor(emitter: BridgeEmitter, renewed: (accessToken: string) => void) {
    this.#emitter = emitter;
    this.tokens = new TokenKeeper({
      renewed: (tokens) => {
        this.#signedIn(tokens);
        renewed(tokens.accessToken);
      },
      ended: (reason) => this.#tell({ status: 'signedOut', reason }),
    });
    this.api = createApiClient({
      baseUrl: API,
      token: () => this.tokens.access(),
      // A server that cannot be reached is not a session that is over: the 401 stands for now.
      renew: () => this.tokens.renew().catch(() => null),
    });
  }

  /** Waits until the server has said whether the kept session still lives. */
  state(): Promise<SessionState> {
    if (this.#state) return Promise.resolve(this.#state);
    this.#opening ??= this.#open();
    return this.#opening;
  }

  async start(): Promise<Result<DeviceSignIn>> {
    this.#waiting?.abort();
    const waiting = new AbortController();
    this.#waiting = waiting;
    const started = await toResult(startDeviceSignIn(waiting.signal));
    if (!started.ok) return started;
    const { device, outcome } = started.value;
    this.#tell({ status: 'signingIn', device });
    void outcome.then((end) => {
      if (!end || waiting.signal.aborted) return;
      if ('tokens' in end) this.tokens.take(end.tokens);
      else this.#tell({ status: 'signedOut', reason: end.refused });
    });
    return { ok: true, value: device };
  }

  cancel(): Promise<void> {
    this.#waiting?.abort();
    this.#tell({ status: 'signedOut', reason: 'none' });
    return Promise.resolve();
  }

  async signOut(): Promise<void> {
    const refreshToken = this.tokens.kept;
    this.tokens.forget();
    this.#tell({ status: 'signedOut', reason: 'none' });
    if (refreshToken === null) return;
    // The tab is signed out whatever comes of this; the session on the server ends by itself too.
    await toResult(this.api('POST /auth/logout', { refreshToken }));
  }

  async #open(): Promise<SessionState> {
    while (this.#state === null) {
      if (this.tokens.kept === null) {
        this.#state = { status: 'signedOut', reason: 'none' };
        break;
      }
      try {
        await this.tokens.renew();
      } catch {
        this.#emitter.emit('connection', { status: 'offline', lastOnlineAt: null });
        await new Promise((done) => setTimeout(done, RETRY));
      }
    }
    return this.#state;
  }

  #signedIn(tokens: Tokens): void {
    const same = this.#state?.status === 'signedIn' && this.#state.user.id === tokens.user.id;
    const next: SessionState = {
      status: 'signedIn',
      user: tokens.user,
      serverUrl: window.location.origin,
      storage: 'browser',
    };
    // A renewal every quarter of an hour is no news, unless the person has changed.
    if (same && JSON.stringify(this.#state) === JSON.stringify(next)) return;
    this.#tell(next);
  }

  #tell(state: SessionState): void {
    this.#state = state;
    this.#emitter.emit('session', state);
  }
}
