import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomic } from '../../files/writeFileAtomic';
import type { AppUpdater } from 'electron-updater';

/**
 * The updater of this system, or null where nothing can be updated: a console that runs from its
 * sources, or one that was packed without an address of updates.
 * @param url from the environment; null: the one that was packed in (`app-update.yml`)
 */
export async function openUpdater(
  url: string | null,
  packaged: boolean,
  userData: string,
): Promise<AppUpdater | null> {
  const packedIn = packaged && existsSync(join(process.resourcesPath, 'app-update.yml'));
  if (url === null && !packedIn) return null;
  // Loaded here: who has no updates does not wait for it at the start.
  const { default: library } = await import('electron-updater');
  const updater = library.autoUpdater;
  if (url !== null) {
    // Where it looks and the name of its cache come from one file, also for what is not packed.
    const config = { provider: 'generic', url, updaterCacheDirName: 'tikethet-updater' };
    const file = join(userData, 'updates.json');
    await writeFileAtomic(file, JSON.stringify(config));
    updater.forceDevUpdateConfig = !packaged;
    updater.updateConfigPath = file;
  }
  return updater;
}
