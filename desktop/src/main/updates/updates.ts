import type { AppUpdater, UpdateInfo } from 'electron-updater';
import type { Result } from '../../bridge';
import type { UpdateChannel, UpdateState } from '../../bridge/program';
import { fail, ok } from '../../ipc/result';
import type { Log } from '../log';

export interface Updates {
  state(): UpdateState;
  /** Looks for a newer version now; it is fetched in the background. */
  check(): Promise<UpdateState>;
  restart(): Result<null>;
  follow(channel: UpdateChannel): void;
  /** Looks once now and then until the program ends. */
  start(): void;
}

/** Milliseconds: after the start, so that the inbox comes first, and between two looks. */
const FIRST_CHECK = 15_000;
const CHECK_EVERY = 4 * 3_600_000;

/** What a version's author wrote, as plain text, for one version or for all that were skipped. */
export function notesOf({ releaseNotes }: Pick<UpdateInfo, 'releaseNotes'>): string {
  const texts =
    typeof releaseNotes === 'string'
      ? [releaseNotes]
      : (releaseNotes ?? []).map(({ version, note }) => `${version}\n${note ?? ''}`);
  return texts
    .join('\n\n')
    .replace(/<[^>]*>/g, '')
    .trim();
}

/** Programs that nobody put on a place with updates. */
export const NO_UPDATES: Updates = {
  state: () => ({ status: 'off' }),
  check: () => Promise.resolve({ status: 'off' }),
  restart: () => fail('not_found', 404),
  follow: () => undefined,
  start: () => undefined,
};

/**
 * Newer versions from a plain file server (electron-builder's `generic`), which says in
 * `<channel>.yml` what there is, with a SHA-512 of each file.
 * @param options `changed` hears of every state; `quitting` runs before the program ends for it
 */
export function createUpdates(options: {
  updater: AppUpdater;
  channel: UpdateChannel;
  changed(state: UpdateState): void;
  quitting(): void;
  log: Log;
}): Updates {
  const { updater, log } = options;
  let state: UpdateState = { status: 'current', checkedAt: null };
  const become = (next: UpdateState) => {
    state = next;
    options.changed(next);
  };
  const follow = (channel: UpdateChannel) => {
    updater.channel = channel;
    // Who leaves the beta channel gets the next release, not an older version now.
    updater.allowDowngrade = false;
  };

  updater.logger = null;
  updater.autoDownload = true;
  updater.autoInstallOnAppQuit = true;
  follow(options.channel);
  updater.on('checking-for-update', () => become({ status: 'checking' }));
  updater.on('update-not-available', () =>
    become({ status: 'current', checkedAt: new Date().toISOString() }),
  );
  updater.on('update-available', ({ version }) =>
    become({ status: 'downloading', version, share: 0 }),
  );
  updater.on('download-progress', ({ percent }) => {
    if (state.status === 'downloading') become({ ...state, share: percent / 100 });
  });
  updater.on('update-downloaded', (info) =>
    become({ status: 'ready', version: info.version, notes: notesOf(info) }),
  );
  updater.on('error', (error) => {
    log.warn('update failed', error.message);
    become({ status: 'failed', at: new Date().toISOString() });
  });

  const busy = () => ['checking', 'downloading', 'ready'].includes(state.status);
  const check = async () => {
    // What was fetched stays ready; what is under way goes on.
    if (!busy()) {
      // The error is told by its event.
      await updater.checkForUpdates().catch(() => undefined);
    }
    return state;
  };

  return {
    state: () => state,
    check,
    restart() {
      if (state.status !== 'ready') return fail('not_found', 404);
      options.quitting();
      updater.quitAndInstall(true, true);
      return ok(null);
    },
    follow,
    start() {
      setTimeout(() => void check(), FIRST_CHECK).unref();
      setInterval(() => void check(), CHECK_EVERY).unref();
    },
  };
}
