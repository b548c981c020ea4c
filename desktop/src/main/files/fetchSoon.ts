import { setTimeout as pause } from 'node:timers/promises';
import type { DeskFiles } from '../../sync/deskFiles';

/** Milliseconds that somebody waits for such a file, and between two looks for it. */
const LIMIT = 2_500;
const BETWEEN = 300;

/** What every system can show; the desk keeps small pictures as WebP, which Electron does not read. */
const READABLE = { accept: 'image/png' };

/**
 * The bytes of a small picture of the desk, if they come soon: one that a customer has just sent in
 * Telegram is fetched after its message is told. Null: they do not, or there is no such file.
 */
export async function fetchSoon(files: DeskFiles, path: string): Promise<Buffer | null> {
  const late = AbortSignal.timeout(LIMIT);
  try {
    for (;;) {
      const response = await files.get(path, READABLE, late);
      if (response.ok) return Buffer.from(await response.arrayBuffer());
      await response.body?.cancel();
      if (response.status !== 404 && response.status !== 409) return null;
      await pause(BETWEEN, undefined, { signal: late });
    }
  } catch {
    return null;
  }
}
