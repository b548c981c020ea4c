import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { feedHead, readAll, type FeedRow } from '../feed/read';

const BATCH = 500;
/** Milliseconds: how soon a missed notification is noticed. */
const POLL = 1_000;

/**
 * Reads the feed once for the whole node and hands every event to one listener, in order, each
 * exactly once. The listener is synchronous, so `position` and what was handed out always agree.
 */
export class FeedDispatcher {
  #position = 0;
  #epoch = '';
  #running: Promise<void> | null = null;
  #again = false;
  #stopped = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly db: Knex,
    private readonly log: Logger,
    private readonly deliver: (row: FeedRow) => void,
  ) {}

  /** Everything up to here has been handed out. */
  get position(): number {
    return this.#position;
  }

  get epoch(): string {
    return this.#epoch;
  }

  /** Starts at now. */
  async start(): Promise<void> {
    const head = await feedHead(this.db);
    this.#position = head.position;
    this.#epoch = head.epoch;
    this.#timer = setInterval(() => this.wake(), POLL);
  }

  wake(): void {
    this.#again = true;
    if (this.#running !== null || this.#stopped) return;
    this.#running = this.#drain().finally(() => {
      this.#running = null;
      if (this.#again && !this.#stopped) this.wake();
    });
  }

  /** Waits until everything up to a position that another node gave out has been handed out here. */
  async reach(position: number): Promise<void> {
    while (this.#position < position && !this.#stopped) {
      this.wake();
      await this.#running;
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await this.#running;
  }

  async #drain(): Promise<void> {
    try {
      while (this.#again && !this.#stopped) {
        this.#again = false;
        const rows = await readAll(this.db, this.#position, BATCH);
        for (const row of rows) {
          this.deliver(row);
          this.#position = row.position;
        }
        if (rows.length === BATCH) this.#again = true;
      }
    } catch (error) {
      this.#again = false;
      this.log.error({ err: error }, 'feed: reading failed; the timer tries again');
    }
  }
}
