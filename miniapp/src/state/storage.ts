import { ofAccount } from './account';

/**
 * Browser storage, of each Telegram account its own. It may be forbidden or full: the app then
 * forgets, but works.
 */
export function readStored(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(ofAccount(key)) ?? 'null');
  } catch {
    return null;
  }
}

export function writeStored(key: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(ofAccount(key));
    else localStorage.setItem(ofAccount(key), JSON.stringify(value));
  } catch {
    // Nothing to tell the person: the text on screen is still there.
  }
}
