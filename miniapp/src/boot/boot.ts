import { languageOf, nearestLanguage, parseTheme } from '../init/launchData';
import { paintPage } from '../init/palette';
import type { BootTexts, EarlySignIn } from './early';

/**
 * Stands in the page itself and runs while the app's script is still on its way: paints the frame
 * in Telegram's colours and the person's language, asks for the texts and signs in. All of it would
 * happen a second later otherwise, one after the other, on a slow phone.
 */

/** Put in by the build: what the frame says, and where the texts of each language are. */
declare const BOOT_TEXTS: BootTexts;
declare const BOOT_CHUNKS: { ru: string[]; en: string[] };

const launch = new URLSearchParams(location.hash.slice(1));
const initData = launch.get('tgWebAppData');
const language = nearestLanguage(languageOf(initData) ?? navigator.language);

paintPage(parseTheme(launch.get('tgWebAppThemeParams')));
document.documentElement.lang = language;
document.title = BOOT_TEXTS[language];
for (const href of BOOT_CHUNKS[language]) {
  document.head.append(
    Object.assign(document.createElement('link'), { rel: 'modulepreload', href }),
  );
}

if (initData !== null) {
  const body = JSON.stringify({ initData });
  const response = fetch('/api/v1/auth/telegram', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    signal: AbortSignal.timeout(15_000),
  });
  // Whoever takes it handles its failure; nobody may come before it has failed.
  response.catch(() => undefined);
  Object.assign(window, { earlySignIn: { body, response } satisfies EarlySignIn });
}
