import type { AppError } from '@tikethet/shared/errors';
import type { Knex } from 'knex';
import { appendEvents, type NewEvent } from '../feed/append';
import type { Actor, Ctx, Wake } from './context';

/** The desk's clock; a stand-in in tests. */
export type Clock = () => Date;

/** deadlock_detected, serialization_failure: the same work may simply be done again. */
const REPEATABLE = new Set(['40P01', '40001']);
const TRIES = 4;

/** Whether Postgres gave up a transaction that may simply be run again. */
export function isRepeatable(error: unknown): boolean {
  const cause = error instanceof Error && 'nativeError' in error ? error.nativeError : error;
  return (
    typeof cause === 'object' &&
    cause !== null &&
    'code' in cause &&
    REPEATABLE.has(String(cause.code))
  );
}

/**
 * A refusal whose traces must stay: the transaction commits, then the error is thrown. For
 * counters of attempts and for ending a session whose token was stolen.
 */
export class CommittedFailure extends Error {
  constructor(readonly failure: AppError) {
    super(failure.message);
  }
}

/** Runs domain verbs: one transaction each, and the wake-ups that follow its commit. */
export class Desk {
  readonly #listeners: ((wakes: ReadonlySet<Wake>) => void)[] = [];

  constructor(
    readonly db: Knex,
    readonly clock: Clock,
  ) {}

  /** Called after each commit that left something to pick up. Must not throw. */
  onWake(listener: (wakes: ReadonlySet<Wake>) => void): void {
    this.#listeners.push(listener);
  }

  /**
   * Runs work in one transaction. Work may run again after a deadlock, so it must have no effect
   * outside the database.
   */
  async run<T>(actor: Actor, work: (ctx: Ctx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      const wakes = new Set<Wake>();
      try {
        const result = await this.db.transaction(async (trx) => {
          const events: NewEvent[] = [];
          const ctx: Ctx = { trx, actor, now: this.clock(), wakes, events, beside: false };
          const outcome = await work(ctx).catch((error: unknown) => {
            if (error instanceof CommittedFailure) return error;
            throw error;
          });
          await appendEvents(trx, events);
          return outcome;
        });
        if (wakes.size > 0) for (const listener of this.#listeners) listener(wakes);
        if (result instanceof CommittedFailure) throw result.failure;
        return result;
      } catch (error) {
        if (attempt === TRIES || !isRepeatable(error)) throw error;
      }
    }
  }
}
