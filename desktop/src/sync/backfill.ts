import { ApiError, type ApiClient } from '@tikethet/shared/client';
import { operations } from '@tikethet/shared/contracts';
import type { Replica } from './store/replica';
import { foundStray, nextStray } from './store/strays';

/** Messages a page. */
const PAGE = 100;
/** Pages of one conversation; what is older is asked for when somebody scrolls there. */
const MOST_PAGES = 5;

/**
 * Fetches what the feed alone does not bring: tickets of which it told something that found no
 * place here, then the conversations of those that came into sight by an event (assigned to the
 * person, moved into their categories), newest first. One request at a time.
 * @returns whether a ticket was read anew that no event brings to a screen
 * @throws ApiError when the desk cannot be reached
 */
export async function backfill(
  api: ApiClient,
  replica: Replica,
  signal: AbortSignal,
): Promise<boolean> {
  const strayed = await findStrays(api, replica, signal);
  for (;;) {
    const next = replica.database.get<{ id: string }>(
      `select id from tickets where history <> 'all' and history = 'none'
       order by updated_at desc limit 1`,
    );
    if (next === undefined) return strayed;
    await unlessHidden(replica, next.id, () => fetchConversation(api, replica, next.id, signal));
  }
}

async function findStrays(api: ApiClient, replica: Replica, signal: AbortSignal): Promise<boolean> {
  for (let found = false; ; found = true) {
    const stray = nextStray(replica.database);
    if (stray === null) return found;
    const id = stray.ticketId;
    await unlessHidden(replica, id, async () => {
      const ticket = operations['tickets.get'].output.parse(
        await api('GET /tickets/{id}', { id }, { signal }),
      );
      signal.throwIfAborted();
      // From here on the feed finds it; what it told before is in the pages that follow.
      replica.write(() => replica.putTicket(ticket, null));
      await fetchConversation(api, replica, id, signal);
    });
    replica.write(() => foundStray(replica.database, stray));
  }
}

/** A ticket that the person may not see, or that is no more, is not kept. */
async function unlessHidden(
  replica: Replica,
  id: string,
  fetch: () => Promise<void>,
): Promise<void> {
  try {
    await fetch();
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'not_found') throw error;
    replica.write(() => replica.dropTicket(id, false));
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
