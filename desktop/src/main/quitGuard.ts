import { app, dialog, type BrowserWindow } from 'electron';
import type { Texts } from './texts';

export interface QuitGuardOptions {
  unsent: () => number;
  texts: () => Texts;
  window: () => BrowserWindow | null;
  /** The program ends. */
  quitting(): void;
}

/** Says before the program ends that something is not sent yet, and that it is safe here. */
export function guardQuit(options: QuitGuardOptions): void {
  let sure = false;
  app.on('before-quit', (event) => {
    const count = options.unsent();
    const window = options.window();
    if (sure || count === 0 || window === null) return options.quitting();
    event.preventDefault();
    const t = options.texts();
    const [quit, stay] = [0, 1];
    const asked = {
      type: 'info' as const,
      message: t('unsent.quitTitle', { count }),
      detail: t('unsent.quitBody'),
      buttons: [t('unsent.quit'), t('unsent.stay')],
      defaultId: quit,
      cancelId: stay,
    };
    void dialog.showMessageBox(window, asked).then(({ response }) => {
      if (response === stay) return;
      sure = true;
      app.quit();
    });
  });
}
