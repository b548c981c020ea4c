import type { FileStore } from '../../storage/fileStore';
import { SYSTEM } from '../context';
import type { Desk } from '../desk';

/** Milliseconds for which an upload waits to be used. */
const LIFETIME = 24 * 60 * 60 * 1_000;
const BATCH = 200;

interface Gone {
  storage_key: string | null;
  thumbnail_key: string | null;
}

/**
 * Throws away uploads that no message, sent or waiting for its time, has claimed for a day. The rows go first: a message that is
 * being written either has claimed its upload (the row is locked and skipped) or finds it gone.
 * @returns how many went
 */
export async function cleanUnusedUploads(desk: Desk, store: FileStore): Promise<number> {
  let total = 0;
  for (;;) {
    const gone = await desk.run(SYSTEM, async ({ trx, now }) => {
      const before = new Date(now.getTime() - LIFETIME);
      const result = await trx.raw<{ rows: Gone[] }>(
        `delete from attachments where id in (
           select id from attachments where message_id is null and created_at < ?
             and not exists (select 1 from scheduled_messages
               where attachment_ids @> array[attachments.id])
           order by created_at limit ${BATCH} for update skip locked)
         returning storage_key, thumbnail_key`,
        [before],
      );
      return result.rows;
    });
    for (const { storage_key, thumbnail_key } of gone) {
      if (storage_key !== null) await store.remove(storage_key);
      if (thumbnail_key !== null) await store.remove(thumbnail_key);
    }
    total += gone.length;
    if (gone.length < BATCH) return total;
  }
}
