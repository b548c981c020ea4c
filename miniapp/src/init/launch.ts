import { parseTheme, type ThemeParams } from './launchData';

/** What Telegram said when it opened the app. */
export interface Launch {
  /** Signed by Telegram; null when it gave none. */
  initData: string | null;
  startParam: string | null;
  /** `android`, `ios`, `tdesktop`, `weba`, … */
  platform: string;
  /** Of the Mini Apps' protocol, like `8.0`. */
  version: string;
  theme: ThemeParams;
}

/** A reload inside of Telegram may come without the parameters; they count as long as the tab. */
const KEPT = 'tikethet.launch';

function launchParams(): URLSearchParams | null {
  if (typeof location === 'undefined') return null;
  const fresh = new URLSearchParams(location.hash.slice(1));
  try {
    if (fresh.has('tgWebAppVersion')) {
      sessionStorage.setItem(KEPT, fresh.toString());
      return fresh;
    }
    const kept = sessionStorage.getItem(KEPT);
    return kept === null ? null : new URLSearchParams(kept);
  } catch {
    return fresh.has('tgWebAppVersion') ? fresh : null;
  }
}

/**
 * The launch, or null outside of Telegram. The start parameter comes in the query of a direct link,
 * among the launch parameters, or inside the signed data, whichever way the app was opened.
 */
export function readLaunch(params = launchParams(), query = here()): Launch | null {
  if (params === null) return null;
  const initData = params.get('tgWebAppData');
  return {
    initData,
    startParam:
      query.get('tgWebAppStartParam') ??
      params.get('tgWebAppStartParam') ??
      new URLSearchParams(initData ?? '').get('start_param'),
    platform: params.get('tgWebAppPlatform') ?? 'unknown',
    version: params.get('tgWebAppVersion') ?? '6.0',
    theme: parseTheme(params.get('tgWebAppThemeParams')),
  };
}

function here(): URLSearchParams {
  return new URLSearchParams(typeof location === 'undefined' ? '' : location.search);
}

/** Read once: the address changes while the person walks through the app. */
export const launch = readLaunch();

/** Whether version `has` is `needed` or newer; parts are numbers: 6.10 is newer than 6.9. */
export function isAtLeast(has: string, needed: string): boolean {
  const [a, b] = [has, needed].map((version) => version.split('.').map(Number));
  for (let at = 0; at < Math.max(a?.length ?? 0, b?.length ?? 0); at += 1) {
    const [left, right] = [a?.[at] || 0, b?.[at] || 0];
    if (left !== right) return left > right;
  }
  return true;
}
