import { ApiError, type ApiClient } from '@tikethet/shared/client';
import { operations } from '@tikethet/shared/contracts';
import type { Replica } from './store/replica';

/** Messages a page. */
const PAGE = 100;
/** Pages of one conversation; what is older is asked for when somebody scrolls there. */
const MOST_PAGES = 5;

/**
 * Fetches the conversations of tickets that came into sight by an event: assigned to the person,
 * moved into their categories. Newest first, one request at a time.
 * @throws ApiError when the desk cannot be reached
 */
export async function backfill(
  api: ApiClient,
  replica: Replica,
  signal: AbortSignal,
): Promise<void> {
  for (;;) {
    const next = replica.database.get<{ id: string }>(
      `select id from tickets where history <> 'all' and history = 'none'
       order by updated_at desc limit 1`,
    );
    if (next === undefined) return;
    try {
      await fetchConversation(api, replica, next.id, signal);
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'not_found') throw error;
      replica.write(() => replica.dropTicket(next.id, false));
    }
  }
}

async function fetchConversation(
  api: ApiClient,
  replica: Replica,
  id: string,
  signal: AbortSignal,
): Promise<void> {
  let cursor: string | null = null;
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const input = { id, order: 'desc' as const, limit: PAGE, ...(cursor !== null && { cursor }) };
    const read = operations['messages.list'].output.parse(
      await api('GET /tickets/{id}/messages', input, { signal }),
    );
    signal.throwIfAborted();
    cursor = read.nextCursor;
    replica.write(() => {
      for (const message of read.items) replica.putMessage(message, 'page');
      if (cursor === null) replica.setHistory(id, 'all');
    });
    if (cursor === null) return;
  }
  replica.write(() => replica.setHistory(id, 'end'));
}
