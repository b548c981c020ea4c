import { join } from 'node:path';
import { THUMBNAIL_FOLDER, thumbnailName } from '../../sync/store/thumbnailName';

const WAITING = /^\/local\/files\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** The place in a person's store of a picture that waits to be sent; null: another address. */
export function waitingPicture(path: string): string | null {
  const id = WAITING.exec(path)?.[1];
  return id === undefined ? null : join('files', id);
}

/** The place in a person's store where a small picture of the desk may be kept; null: never. */
export function keptPicture(path: string): string | null {
  const name = thumbnailName(path);
  return name === null ? null : join(THUMBNAIL_FOLDER, name);
}
