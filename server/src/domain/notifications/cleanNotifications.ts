import type { Knex } from 'knex';

const KEPT_DAYS = 90;
/** Of one person. */
const KEPT = 500;
/** Rows deleted per statement, so that no lock is held long. */
const BATCH = 5_000;

/** Deletes what is older than 90 days, and of each person what is beyond the newest 500. */
export async function cleanNotifications(db: Knex, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
  await inBatches(db, 'select id from notifications where created_at < ? order by created_at', [
    before,
  ]);
  await inBatches(
    db,
    `select id from (
       select id, row_number() over (partition by user_id order by created_at desc, id desc) as at
       from notifications where user_id in (
         select user_id from notifications group by user_id having count(*) > ${KEPT})
     ) as ranked where at > ${KEPT}`,
    [],
  );
}

async function inBatches(db: Knex, which: string, bindings: Knex.RawBinding[]): Promise<void> {
  for (;;) {
    const { rowCount } = await db.raw<{ rowCount: number }>(
      `delete from notifications where id in (${which} limit ${BATCH})`,
      bindings,
    );
    if (rowCount < BATCH) return;
  }
}
