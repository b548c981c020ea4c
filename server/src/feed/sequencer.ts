import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { WakeLoop } from '../platform/wakeLoop';

const BATCH = 1_000;
/** Milliseconds: how soon events of a process that could not wake us are found. */
const IDLE_POLL = 1_000;
/** Milliseconds between two batches: while many write, numbering each by itself would cost as much. */
const GAP = 20;
/** Key of the transaction-level advisory lock: ASCII `feed`. */
export const SEQUENCER_LOCK = 0x66656564;

/** Postgres channel that tells every node that the feed grew. */
export const FEED_CHANNEL = 'tikethet_feed';

/**
 * Gives committed events their dense `position`, in the order of `seq`. Every process runs one;
 * the lock lives only as long as one batch's transaction, so at any moment at most one of them
 * numbers, and the next batch may be anybody's: a dead process needs no takeover.
 *
 * The batch is selected by a statement of its own after the lock is held: under READ COMMITTED it
 * therefore sees everything that earlier batches and their writers committed.
 */
export async function sequenceBatch(db: Knex): Promise<number> {
  return db.transaction(async (trx) => {
    await trx.raw('select pg_advisory_xact_lock(?)', [SEQUENCER_LOCK]);
    const numbered = await trx.raw<{ rowCount: number }>(
      `with batch as (
         select seq from event_log where position is null order by seq limit ${BATCH}
       ), numbered as (
         select batch.seq, state.position + row_number() over (order by batch.seq) as position
         from batch, (select position from desk_state) as state
       )
       update event_log set position = numbered.position
       from numbered where event_log.seq = numbered.seq`,
    );
    if (numbered.rowCount === 0) return 0;
    await trx.raw('update desk_state set position = position + ?', [numbered.rowCount]);
    // One NOTIFY a batch; it is delivered when this transaction commits.
    await trx.raw(`select pg_notify(?, '')`, [FEED_CHANNEL]);
    return numbered.rowCount;
  });
}

/** Runs {@link sequenceBatch} whenever woken, and by itself every second. */
export class Sequencer {
  readonly #loop: WakeLoop;

  /** @param onSequenced called after each batch, so that this node's readers need no notification */
  constructor(
    private readonly db: Knex,
    log: Logger,
    private readonly onSequenced: () => void,
  ) {
    this.#loop = new WakeLoop({
      every: IDLE_POLL,
      gap: GAP,
      work: () => this.#sequence(),
      // Nothing is lost meanwhile, only late.
      onError: (error) => log.error({ err: error }, 'sequencer: batch failed'),
    });
  }

  wake(): void {
    this.#loop.wake();
  }

  stop(): Promise<void> {
    return this.#loop.stop();
  }

  async #sequence(): Promise<void> {
    const numbered = await sequenceBatch(this.db);
    if (numbered > 0) this.onSequenced();
    if (numbered === BATCH) this.wake();
  }
}
