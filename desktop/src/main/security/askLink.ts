import type { BrowserWindow, MessageBoxOptions, MessageBoxReturnValue } from 'electron';
import type { PreferenceStore } from '../preferences';
import type { Texts } from '../texts';

/** Sites remembered at most, the newest. */
const REMEMBERED = 200;

/**
 * Asks before a link leads out of the desk: what strangers write is not what it seems. Telegram and
 * sites that the person has ticked are opened at once.
 */
export function createLinkQuestion(options: {
  preferences: PreferenceStore;
  texts: () => Texts;
  window: () => BrowserWindow | null;
  show(window: BrowserWindow | null, question: MessageBoxOptions): Promise<MessageBoxReturnValue>;
}) {
  const { preferences } = options;
  return async (url: string): Promise<boolean> => {
    const { host } = new URL(url);
    if (host === 't.me' || preferences.get().trustedSites.includes(host)) return true;
    const t = options.texts();
    const { response, checkboxChecked } = await options.show(options.window(), {
      type: 'question',
      message: t('link.title', { host }),
      detail: t('link.body', { url }),
      buttons: [t('link.cancel'), t('link.open')],
      defaultId: 1,
      cancelId: 0,
      checkboxLabel: t('link.remember', { host }),
      noLink: true,
    });
    if (response !== 1) return false;
    if (checkboxChecked) {
      const trustedSites = [...preferences.get().trustedSites, host].slice(-REMEMBERED);
      await preferences.set({ trustedSites });
    }
    return true;
  };
}
