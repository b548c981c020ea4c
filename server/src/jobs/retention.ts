import type { Knex } from 'knex';

/** Days that ledgers are kept; they serve repeats and replays, not history. */
const KEPT_DAYS = 30;
/** Rows deleted per statement, so that no lock is held long. */
const BATCH = 5_000;

const LEDGERS = [
  { table: 'idempotency_keys', key: 'ctid', condition: 'created_at < ?' },
  { table: 'event_log', key: 'seq', condition: 'at < ? and position is not null' },
  {
    table: 'telegram_updates',
    key: 'ctid',
    condition: 'received_at < ? and processed_at is not null',
  },
  { table: 'usage_counters', key: 'ctid', condition: 'window_start < ?' },
  { table: 'staff_notices', key: 'ctid', condition: 'updated_at < ?' },
  { table: 'broadcasts', key: 'id', condition: `created_at < ? and state = 'DRAFT'` },
  { table: 'drafts', key: 'ctid', condition: `written_at < ? and reply = '' and note = ''` },
  { table: 'device_grants', key: 'id', condition: 'expires_at < ?' },
] as const;

/** Deletes ledger rows older than 30 days, oldest first. */
export async function cleanLedgers(db: Knex, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
  for (const { table, key, condition } of LEDGERS) {
    let deleted: number;
    do {
      const result = await db.raw<{ rowCount: number }>(
        `delete from ${table} where ${key} = any(array(
           select ${key} from ${table} where ${condition} order by 1 limit ${BATCH}))`,
        [before],
      );
      deleted = result.rowCount;
    } while (deleted === BATCH);
  }
}
