import type { TokenKeeper } from './tokens';

/** Milliseconds. */
const LIMIT = 15_000;
/** Pictures kept at a time; the ones shown first leave first. */
const MOST = 300;

/**
 * Fetches the pictures of people for a page whose `<img>` can carry no token.
 * @returns an address of the page's own; null: there is none for this person, or not now
 */
export function createFaces(tokens: TokenKeeper): (path: string) => Promise<string | null> {
  const known = new Map<string, Promise<string | null>>();

  function ask(path: string, token: string | null): Promise<Response> {
    const headers = new Headers();
    if (token !== null) headers.set('authorization', `Bearer ${token}`);
    return fetch(path, { headers, signal: AbortSignal.timeout(LIMIT) });
  }

  async function load(path: string): Promise<string | null> {
    let response = await ask(path, tokens.access());
    if (response.status === 401) response = await ask(path, await tokens.renew());
    return response.ok ? URL.createObjectURL(await response.blob()) : null;
  }

  return (path) => {
    const kept = known.get(path);
    if (kept !== undefined) return kept;
    const loading = load(path).catch(() => {
      known.delete(path);
      return null;
    });
    known.set(path, loading);
    const oldest = known.keys().next();
    if (known.size > MOST && !oldest.done) {
      const gone = known.get(oldest.value);
      known.delete(oldest.value);
      void gone?.then((url) => url !== null && URL.revokeObjectURL(url));
    }
    return loading;
  };
}
