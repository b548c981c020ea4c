import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { feedHead, readAll, type FeedRow } from '../feed/read';
import { WakeLoop } from '../platform/wakeLoop';

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
  #loop: WakeLoop | null = null;

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
    this.#loop = new WakeLoop({
      every: POLL,
      work: () => this.#read(),
      onError: (error) => this.log.error({ err: error }, 'feed: reading failed'),
    });
  }

  wake(): void {
    this.#loop?.wake();
  }

  /** Waits until everything up to a position that another node gave out has been handed out here. */
  async reach(position: number): Promise<void> {
    while (this.#position < position && this.#loop !== null && !this.#loop.stopped) {
      this.wake();
      await this.#loop.settled();
    }
  }

  async stop(): Promise<void> {
    await this.#loop?.stop();
  }

  async #read(): Promise<void> {
    const rows = await readAll(this.db, this.#position, BATCH);
    for (const row of rows) {
      this.deliver(row);
      this.#position = row.position;
    }
    if (rows.length === BATCH) this.wake();
  }
}
