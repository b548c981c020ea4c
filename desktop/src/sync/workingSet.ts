import type { ApiClient } from '@tikethet/shared/client';
import { backfill } from './backfill';
import type { Snapshot } from './snapshot';
import { evict } from './store/evict';
import { storeProblem } from './store/openStore';
import type { Replica } from './store/replica';

/** Milliseconds between two tries of what runs in the background. */
const TRY_AGAIN = 5_000;
/** Milliseconds between two looks for what can leave the store. */
const EVICT_EVERY = 60 * 60_000;

export interface WorkingSetOptions {
  api: ApiClient;
  replica: Replica;
  snapshot: Snapshot;
  meId: string;
  isOnline: () => boolean;
  /** A snapshot is being read. */
  loading(): void;
  /** It has been read to its end. */
  loaded(): void;
  /** Tickets are here of which nothing was told. */
  found(): void;
  /** Nothing is under way any more: something may have come, or left. */
  rested(): void;
  /** The disk refused. */
  failed(error: unknown): void;
}

/** Keeps in the background what the replica should hold, and lets go of the rest. */
export interface WorkingSet {
  /** Goes on with what is missing, when it does not already and the desk can be reached. */
  completeSoon(): void;
  /** Something is being read from the desk. */
  isBusy(): boolean;
  /**
   * The replica may hold what it must not, or miss what it cannot know: all is read anew.
   * @param forget what is here disappears at once
   */
  startOver(forget: boolean): void;
  stop(): Promise<void>;
}

export function createWorkingSet(options: WorkingSetOptions): WorkingSet {
  const { api, replica, snapshot } = options;
  const stopped = new AbortController();
  let pages = new AbortController();
  let background: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;

  /** The snapshot, then what came into sight since. */
  async function complete(signal: AbortSignal): Promise<void> {
    const loading = snapshot.isRunning();
    if (loading) options.loading();
    await snapshot.run(signal);
    if (loading) options.loaded();
    if (await backfill(api, replica, signal)) options.found();
  }

  function completeSoon(): void {
    if (background !== null || stopped.signal.aborted || !options.isOnline()) return;
    clearTimeout(timer);
    const signal = AbortSignal.any([stopped.signal, pages.signal]);
    background = complete(signal)
      .catch((error: unknown) => {
        if (stopped.signal.aborted) return;
        if (storeProblem(error) !== null) return options.failed(error);
        timer = setTimeout(completeSoon, signal.aborted ? 0 : TRY_AGAIN);
      })
      .finally(() => {
        background = null;
        options.rested();
      });
  }

  function tidy(): void {
    const latest = replica.database.get<{ at: string | null }>(
      'select max(updated_at) as at from tickets',
    );
    // The newest fact tells the desk's time: a clock set forward here empties nothing.
    const now = new Date(Math.min(Date.now(), Date.parse(latest?.at ?? '') || 0));
    evict(replica, options.meId, now);
    options.rested();
  }

  const tidying = setInterval(() => {
    try {
      tidy();
    } catch (error) {
      options.failed(error);
    }
  }, EVICT_EVERY);

  return {
    completeSoon,
    isBusy: () => background !== null,
    startOver(forget) {
      pages.abort();
      pages = new AbortController();
      replica.write(() => {
        if (forget) for (const id of replica.ticketIds()) replica.dropTicket(id, false);
        snapshot.begin();
      });
      options.rested();
    },
    async stop() {
      stopped.abort();
      clearTimeout(timer);
      clearInterval(tidying);
      await background;
    },
  };
}
