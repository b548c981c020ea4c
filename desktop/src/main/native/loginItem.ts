import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomic } from '../../files/writeFileAtomic';

/** Whether the system starts the console when the person signs in to it. */
export interface LoginItem {
  isOn(): Promise<boolean>;
  set(wanted: boolean): Promise<void>;
}

/** Started by the system: no window, only the icon beside the clock. */
export const HIDDEN_ARGUMENT = '--hidden';

/** A value of a desktop entry's `Exec`, quoted as the specification asks. */
function quoted(path: string): string {
  return `"${path.replace(/(["`$\\])/g, '\\$1')}"`;
}

/**
 * On Linux: an entry in the person's autostart folder, as the XDG specification describes.
 * @param program the file to start: the AppImage, not what it unpacked itself into
 */
export function autostartEntry(folder: string, program: string): LoginItem {
  const file = join(folder, 'autostart', 'tikethet.desktop');
  return {
    isOn: () =>
      stat(file).then(
        (found) => found.isFile(),
        () => false,
      ),
    async set(wanted) {
      if (!wanted) return rm(file, { force: true });
      const lines = [
        '[Desktop Entry]',
        'Type=Application',
        'Name=TiketHet',
        `Exec=${quoted(program)} ${HIDDEN_ARGUMENT}`,
        'Terminal=false',
        'X-GNOME-Autostart-enabled=true',
      ];
      await writeFileAtomic(file, `${lines.join('\n')}\n`);
    },
  };
}

/** What Electron's `app` does for macOS and Windows. */
export interface SystemLoginItems {
  getLoginItemSettings(options: { args: string[] }): { openAtLogin: boolean };
  setLoginItemSettings(settings: { openAtLogin: boolean; args: string[] }): void;
}

/** On macOS and Windows: the system keeps such a list itself. */
export function systemEntry(app: SystemLoginItems): LoginItem {
  const args = [HIDDEN_ARGUMENT];
  return {
    isOn: () => Promise.resolve(app.getLoginItemSettings({ args }).openAtLogin),
    set(openAtLogin) {
      app.setLoginItemSettings({ openAtLogin, args });
      return Promise.resolve();
    },
  };
}
