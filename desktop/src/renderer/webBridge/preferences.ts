import type { Preferences } from '../../bridge';

const KEPT = 'tikethet.preferences';
const DEFAULTS: Preferences = { theme: 'system', language: null, notifications: true };

/** What is kept is read like any other input: unknown values fall back to the defaults. */
export function readPreferences(kept: string | null): Preferences {
  try {
    const value = JSON.parse(kept ?? '{}') as Partial<Record<keyof Preferences, unknown>>;
    return {
      theme: value.theme === 'light' || value.theme === 'dark' ? value.theme : DEFAULTS.theme,
      language: value.language === 'ru' || value.language === 'en' ? value.language : null,
      notifications:
        typeof value.notifications === 'boolean' ? value.notifications : DEFAULTS.notifications,
    };
  } catch {
    return DEFAULTS;
  }
}

/** Preferences of this browser, the same in all its tabs. */
export function createPreferences(changed: (preferences: Preferences) => void) {
  const get = () => readPreferences(localStorage.getItem(KEPT));
  window.addEventListener('storage', (event) => {
    if (event.key === KEPT) changed(get());
  });
  return {
    current: get,
    get: () => Promise.resolve(get()),
    set: (change: Partial<Preferences>) => {
      const next = { ...get(), ...change };
      localStorage.setItem(KEPT, JSON.stringify(next));
      return Promise.resolve(next);
    },
  };
}
