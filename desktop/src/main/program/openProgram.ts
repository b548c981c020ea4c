import { app } from 'electron';
import { writeFileAtomic } from '../../files/writeFileAtomic';
import type { JsonFile } from '../../files/jsonFile';
import type { IpcPush } from '../../ipc/channels';
import { attempt, ok } from '../../ipc/result';
import type { Desk } from '../desk';
import type { Environment } from '../environment';
import type { ProgramHandlers } from '../ipc/handlers';
import type { Log } from '../log';
import type { PreferenceStore } from '../preferences';
import type { Cipher } from '../session/cipher';
import { openUpdater } from '../updates/openUpdater';
import { createUpdates, NO_UPDATES, type Updates } from '../updates/updates';
import { createServerChooser, type DeskAddress } from './deskAddress';
import { createProgram } from './program';
import { describeProgram } from './report';

export interface ProgramDeps {
  environment: Environment;
  serverUrl: string;
  /** Where a person's choice of a desk is kept. */
  address: JsonFile<DeskAddress>;
  userData: string;
  storage: Cipher['storage'];
  desk: Pick<Desk, 'sync'>;
  preferences: PreferenceStore;
  fetch: typeof fetch;
  /** A place for a file, by the system's dialog; null: the person thought better of it. */
  choosePath(suggestion: string): Promise<string | null>;
  push(push: IpcPush): void;
  log: Log;
}

/** Puts together what concerns the program itself: its versions, its desk's address, its report. */
export async function openProgram(
  deps: ProgramDeps,
): Promise<{ program: ProgramHandlers; updates: Updates }> {
  const { environment, serverUrl, desk, preferences, log } = deps;
  const updater = await openUpdater(environment.updatesUrl, app.isPackaged, deps.userData);
  const updates =
    updater === null
      ? NO_UPDATES
      : createUpdates({
          updater,
          channel: preferences.get().updateChannel,
          changed: (value) => deps.push({ name: 'update', value }),
          quitting: () => void desk.sync.stop(),
          log,
        });
  preferences.onChange(({ updateChannel }) => updates.follow(updateChannel));

  const program = createProgram({
    about: {
      version: app.getVersion(),
      electron: process.versions.electron,
      system: `${process.platform} ${process.arch}`,
      serverUrl,
      serverFixed: environment.serverUrl !== null,
    },
    updates,
    useServer: createServerChooser({
      file: deps.address,
      fetch: deps.fetch,
      restart: () => {
        app.relaunch();
        app.quit();
      },
    }),
    describe: (about, update) => {
      const { unsent, held } = desk.sync.outbox();
      return describeProgram({
        about,
        update,
        unsent: { waiting: unsent, held },
        connection: desk.sync.connection().status,
        storage: deps.storage,
        folder: deps.userData,
        crashFolder: app.getPath('crashDumps'),
        now: new Date(),
      });
    },
    async saveText(name, text) {
      const path = await deps.choosePath(name);
      if (path === null) return ok(null);
      return attempt(() => writeFileAtomic(path, text).then(() => null));
    },
    log,
  });
  return { program, updates };
}
