import type { TokenSource } from './tokenSource';

/** Fetches a file of the desk by the person's token. */
export interface DeskFiles {
  /**
   * @param path as {@link attachmentPath} gives it
   * @param headers e.g. `range`
   */
  get(path: string, headers?: Record<string, string>, signal?: AbortSignal): Promise<Response>;
}

/** Milliseconds until the desk must have begun to answer. */
const TIME_LIMIT = 20_000;

export function createDeskFiles(
  serverUrl: string,
  tokens: TokenSource,
  fetchNow: typeof fetch,
): DeskFiles {
  async function send(
    token: string | null,
    path: string,
    headers: Record<string, string>,
    signal: AbortSignal | undefined,
  ): Promise<Response> {
    const slow = new AbortController();
    const timer = setTimeout(() => slow.abort(), TIME_LIMIT);
    const signals = signal === undefined ? [slow.signal] : [slow.signal, signal];
    const sent = new Headers(headers);
    if (token !== null) sent.set('authorization', `Bearer ${token}`);
    try {
      return await fetchNow(serverUrl + path, {
        headers: sent,
        redirect: 'error',
        credentials: 'omit',
        signal: AbortSignal.any(signals),
      });
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    async get(path, headers = {}, signal) {
      const token = await tokens.current();
      const response = await send(token, path, headers, signal);
      if (response.status !== 401) return response;
      await response.body?.cancel();
      const renewed = await tokens.renew(token);
      return renewed === null ? response : send(renewed, path, headers, signal);
    },
  };
}
