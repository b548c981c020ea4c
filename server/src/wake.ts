import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { Wake } from './domain/context';

/** Postgres channel by which a process wakes the bot of another one. */
export const WAKE_CHANNEL = 'tikethet_wake';

/** Milliseconds between two notifications: one inside each transaction halves the commit rate. */
const EVERY = 5;

/** Tells other processes that there is something to pick up; their polls make up for a lost call. */
export class RemoteWaker {
  readonly #waiting = new Set<Wake>();
  #timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly db: Knex,
    private readonly log: Logger,
  ) {}

  wake(kind: Wake): void {
    this.#waiting.add(kind);
    this.#timer ??= setTimeout(() => void this.#send(), EVERY);
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  async #send(): Promise<void> {
    this.#timer = null;
    const kinds = [...this.#waiting];
    this.#waiting.clear();
    try {
      await this.db.raw('select pg_notify(?, ?)', [WAKE_CHANNEL, kinds.join(',')]);
    } catch (error) {
      this.log.warn({ err: error }, 'wake: notification failed');
    }
  }
}
