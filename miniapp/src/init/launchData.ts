/** What Telegram hands over at launch, read without its bridge: the page needs it before that is loaded. */

/** Telegram's colours by its own names, like `bg_color`; `#rgb` to `#rrggbbaa`. */
export type ThemeParams = Readonly<Record<string, string>>;

/** The colours in what a host sent; anything else in it is left out. */
export function themeOf(value: unknown): ThemeParams {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => {
      return typeof entry[1] === 'string' && /^#[0-9a-f]{3,8}$/i.test(entry[1]);
    }),
  );
}

export function parseTheme(json: string | null): ThemeParams {
  try {
    return themeOf(JSON.parse(json ?? '{}'));
  } catch {
    return {};
  }
}

function userOf(initData: string | null): object | null {
  try {
    const user: unknown = JSON.parse(new URLSearchParams(initData ?? '').get('user') ?? 'null');
    return typeof user === 'object' ? user : null;
  } catch {
    return null;
  }
}

/** Telegram's id of the person, as digits. Nothing proves it here: it only tells phones' users apart. */
export function accountOf(initData: string | null): string | null {
  const user = userOf(initData);
  return user !== null && 'id' in user && Number.isSafeInteger(user.id) ? String(user.id) : null;
}

/** The language of the person's Telegram, like `ru` or `pt-br`. */
export function languageOf(initData: string | null): string | null {
  const user = userOf(initData);
  if (user === null || !('language_code' in user)) return null;
  return typeof user.language_code === 'string' ? user.language_code : null;
}

/** The nearest language we speak to a code like `ru-RU` or `pt-br`. */
export function nearestLanguage(code: string | null): 'ru' | 'en' {
  return (code ?? '').toLowerCase().startsWith('ru') ? 'ru' : 'en';
}
