import type { InfiniteData, Query, QueryClient, QueryKey } from '@tanstack/react-query';
import { forget, keep, recallAll } from './database';

/**
 * Answers of the desk that are kept on the device, so that what was read stays readable without a
 * network, and stands there at once with one.
 */

interface Kept {
  hash: string;
  queryKey: QueryKey;
  data: unknown;
  /** Milliseconds since the epoch. */
  at: number;
}

/** First words of the keys that are kept. */
const KINDS = new Set([
  'tickets',
  'ticket',
  'messages',
  'timeline',
  'categories',
  'answerTimes',
  'notifications',
  'me',
  'faq',
]);
/** Questions kept, the newest; about two hundred kilobytes. */
const MOST = 80;
/** Of an endless list: what a person sees first. */
const PAGES = 2;
const LIFETIME = 30 * 24 * 60 * 60_000;
/** Milliseconds without a change before it is written. */
const PAUSE = 1_000;

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false;
  const { hash, queryKey, at } = value as Partial<Kept>;
  return typeof hash === 'string' && Array.isArray(queryKey) && typeof at === 'number';
}

/** Whether a question is worth keeping: searches are not. */
export function isWorthKeeping(queryKey: QueryKey): boolean {
  const [kind, , filter]: readonly unknown[] = queryKey;
  if (typeof kind !== 'string' || !KINDS.has(kind) || filter === 'search') return false;
  if (typeof filter !== 'object' || filter === null || !('search' in filter)) return true;
  return filter.search === '';
}

/** The first pages of an endless list, with a way on; anything else as it is. */
export function shortened(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || !('pages' in data)) return data;
  const { pages, pageParams } = data as InfiniteData<unknown>;
  return { pages: pages.slice(0, PAGES), pageParams: pageParams.slice(0, PAGES) };
}

/**
 * Puts what was kept into the cache.
 * @returns whether there was anything
 */
export async function restoreReads(client: QueryClient, now = Date.now()): Promise<boolean> {
  const kept = (await recallAll('reads')).filter(isKept);
  for (const { hash, queryKey, data, at } of kept) {
    if (now - at > LIFETIME) void forget('reads', hash);
    // What has come meanwhile is newer.
    else if (client.getQueryData(queryKey) === undefined) {
      client.setQueryData(queryKey, data, { updatedAt: at });
    }
  }
  return kept.length > 0;
}

/** Keeps answers as they come and change, from now on. */
export function keepReads(client: QueryClient): void {
  const cache = client.getQueryCache();
  const changed = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const write = async (): Promise<void> => {
    clearTimeout(timer);
    const known = cache
      .getAll()
      .filter((query) => query.state.status === 'success' && isWorthKeeping(query.queryKey))
      .sort((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt);
    const hashes = [...changed];
    changed.clear();
    for (const query of known.slice(0, MOST)) {
      if (!hashes.includes(query.queryHash)) continue;
      const { queryHash: hash, queryKey } = query;
      const entry: Kept = {
        hash,
        queryKey,
        data: shortened(query.state.data),
        at: query.state.dataUpdatedAt,
      };
      await keep('reads', hash, entry);
    }
    for (const query of known.slice(MOST)) await forget('reads', query.queryHash);
  };

  cache.subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success') return;
    const { queryKey, queryHash } = event.query as Query;
    if (!isWorthKeeping(queryKey)) return;
    changed.add(queryHash);
    clearTimeout(timer);
    timer = setTimeout(() => void write(), PAUSE);
  });
  // A phone gives no other warning before it throws the app away.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void write();
  });
  for (const query of cache.getAll()) changed.add(query.queryHash);
  timer = setTimeout(() => void write(), PAUSE);
}
