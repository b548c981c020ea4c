import { readPreferences, type Preferences } from '../../bridge/preferences';

const KEPT = 'tikethet.preferences';

function kept(): unknown {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? '{}');
  } catch {
    return {};
  }
}

/** Preferences of this browser, the same in all its tabs. */
export function createPreferences(changed: (preferences: Preferences) => void) {
  const get = () => readPreferences(kept());
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
