import type { FileStore } from '../../storage/fileStore';
import { SYSTEM } from '../context';
import type { Desk } from '../desk';

/** Milliseconds for which an upload in parts may rest before it has to be begun anew. */
const LIFETIME = 7 * 24 * 60 * 60 * 1_000;
const BATCH = 200;

/**
 * Throws away uploads in parts that were begun a week ago, with the parts of those that were never
 * finished. What they have become stays.
 * @returns how many went
 */
export async function cleanUploads(desk: Desk, store: FileStore): Promise<number> {
  let total = 0;
  for (;;) {
    const gone = await desk.run(SYSTEM, async ({ trx, now }) => {
      const before = new Date(now.getTime() - LIFETIME);
      const { rows } = await trx.raw<{ rows: { keys: string[] }[] }>(
        `with old as (
           select user_id, key from uploads where created_at < ?
           order by created_at limit ${BATCH} for update skip locked
         ), parts as (
           select old.user_id, old.key, array_remove(array_agg(part.storage_key), null) as keys
           from old left join upload_parts part using (user_id, key)
           group by old.user_id, old.key
         )
         delete from uploads using parts
         where uploads.user_id = parts.user_id and uploads.key = parts.key
         returning parts.keys`,
        [before],
      );
      return rows;
    });
    for (const { keys } of gone) for (const key of keys) await store.remove(key);
    total += gone.length;
    if (gone.length < BATCH) return total;
  }
}
