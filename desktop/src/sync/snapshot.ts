import { setTimeout as pause } from 'node:timers/promises';
import type { ApiClient } from '@tikethet/shared/client';
import { ApiError } from '@tikethet/shared/client';
import { operations } from '@tikethet/shared/contracts';
import { z } from 'zod';
import type { Replica } from './store/replica';

/** Tickets a page. */
const PAGE = 50;
/** Milliseconds between pages: desk and computer have other things to do. */
const BREATH = 20;
/** People that a list of the team may hold. */
const TEAM = 100;

const kept = z.object({ cursor: z.string().nullable() });

/** Reads the whole working set from the desk, page by page. */
export interface Snapshot {
  /** A snapshot has been begun and not finished. */
  isRunning(): boolean;
  /** The replica holds the whole working set. */
  isWhole(): boolean;
  /** From the first page on, the next time {@link Snapshot.run} is called. */
  begin(): void;
  /**
   * Goes on where it stopped, in this or an earlier run of the program, until the last page.
   * @throws ApiError when the desk cannot be reached; whatever was read is kept
   */
  run(signal: AbortSignal): Promise<void>;
}

export function createSnapshot(api: ApiClient, replica: Replica): Snapshot {
  function state(): { cursor: string | null } | null {
    const text = replica.getMeta('snapshot');
    if (text === null) return null;
    const parsed = kept.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : { cursor: null };
  }

  function begin(): void {
    replica.write(() => {
      replica.startGeneration();
      replica.database.run('delete from gone');
      replica.setMeta('snapshot', JSON.stringify({ cursor: null }));
      replica.setMeta('whole', null);
    });
  }

  async function readDesk(signal: AbortSignal): Promise<void> {
    const categories = operations['categories.list'].output.parse(
      await api('GET /categories', {}, { signal }),
    );
    replica.write(() => replica.putCategories(categories.items));
    try {
      const role = 'HELPER,MODERATOR,ADMIN,DEVELOPER';
      const team = operations['users.list'].output.parse(
        await api('GET /users', { role, limit: TEAM }, { signal }),
      );
      replica.write(() => team.items.forEach((user) => replica.putUser(user)));
    } catch (error) {
      // Not everybody may list people.
      if (!(error instanceof ApiError) || error.code !== 'forbidden') throw error;
    }
  }

  async function readPage(cursor: string | null, signal: AbortSignal): Promise<string | null> {
    const input = { limit: PAGE, ...(cursor === null ? {} : { cursor }) };
    const page = operations['sync.snapshot'].output.parse(
      await api('GET /sync/snapshot', input, { signal }),
    );
    // Stopped meanwhile: another snapshot may have begun.
    signal.throwIfAborted();
    replica.write(() => {
      for (const { ticket, messages, complete } of page.items) {
        const gone = replica.database.get('select 1 from gone where id = ?', ticket.id);
        if (gone !== undefined) continue;
        replica.putTicket(ticket, complete ? 'all' : 'end');
        for (const message of messages) replica.putMessage(message, 'page');
      }
      for (const person of page.people) replica.putUser(person);
      if (page.nextCursor === null) finish();
      else replica.setMeta('snapshot', JSON.stringify({ cursor: page.nextCursor }));
    });
    return page.nextCursor;
  }

  /** What neither a page nor the feed has shown since the beginning is out of sight. */
  function finish(): void {
    const left = replica.database.all<{ id: string }>(
      'select id from tickets where generation < ?',
      replica.generation(),
    );
    for (const { id } of left) replica.dropTicket(id, false);
    replica.database.run('delete from gone');
    replica.setMeta('snapshot', null);
    replica.setMeta('whole', '1');
  }

  return {
    isRunning: () => state() !== null,
    isWhole: () => replica.getMeta('whole') === '1',
    begin,
    async run(signal) {
      const started = state();
      if (started === null) return;
      if (started.cursor === null) await readDesk(signal);
      try {
        for (let cursor = started.cursor, first = true; first || cursor !== null; first = false) {
          cursor = await readPage(cursor, signal);
          if (cursor !== null) await pause(BREATH, undefined, { signal });
        }
      } catch (error) {
        if (error instanceof ApiError && error.code === 'invalid_cursor') begin();
        throw error;
      }
    },
  };
}
