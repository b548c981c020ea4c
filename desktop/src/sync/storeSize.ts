import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { StoreSize } from '../bridge';
import type { Replica } from './store/replica';

/** Bytes of everything in a folder but the thumbnails, which are counted as they come. */
function bytesIn(folder: string, except: string): number {
  let bytes = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (path === except) continue;
    if (entry.isDirectory()) bytes += bytesIn(path, except);
    // Gone between the two looks: it takes no room.
    else bytes += statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  }
  return bytes;
}

/**
 * What a person's store holds and takes on the disk.
 * @param thumbnailFolder null: nothing is kept there at all
 */
export function storeSize(
  replica: Replica,
  folder: string,
  thumbnailFolder: string | null,
): StoreSize {
  const thumbnails = replica.thumbnails.size();
  const row = replica.database.get<{ tickets: number }>('select count(*) as tickets from tickets');
  return {
    bytes: thumbnailFolder === null ? 0 : bytesIn(folder, thumbnailFolder) + thumbnails.bytes,
    tickets: row?.tickets ?? 0,
    thumbnails: thumbnails.count,
  };
}
