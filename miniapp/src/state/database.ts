import { ofAccount } from './account';

/**
 * A small IndexedDB of this Telegram account: `reads` are answers of the desk, `files` wait to be
 * sent. Where it is forbidden or full, nothing is kept and nothing fails.
 */
type Place = 'reads' | 'files';

const VERSION = 1;
let opened: Promise<IDBDatabase | null> | null = null;

function open(): Promise<IDBDatabase | null> {
  opened ??= new Promise((resolve) => {
    try {
      const request = indexedDB.open(ofAccount('tikethet'), VERSION);
      request.onupgradeneeded = () => {
        request.result.createObjectStore('reads');
        request.result.createObjectStore('files');
      };
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => resolve(null);
      // Another tab holds an older version open: this one goes without.
      request.onblocked = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
  return opened;
}

async function within<T>(
  place: Place,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T | undefined> {
  const db = await open();
  if (!db) return undefined;
  return new Promise((resolve) => {
    try {
      const transaction = db.transaction(place, mode);
      const request = work(transaction.objectStore(place));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = () => resolve(undefined);
      transaction.onabort = () => resolve(undefined);
    } catch {
      resolve(undefined);
    }
  });
}

/** Resolves when it is kept (or cannot be). */
export async function keep(place: Place, key: string, value: unknown): Promise<void> {
  await within(place, 'readwrite', (store) => store.put(value, key));
}

export async function recall(place: Place, key: string): Promise<unknown> {
  return within<unknown>(place, 'readonly', (store) => store.get(key));
}

/** Everything of a place. */
export async function recallAll(place: Place): Promise<unknown[]> {
  return (await within<unknown[]>(place, 'readonly', (store) => store.getAll())) ?? [];
}

export async function forget(place: Place, key: string): Promise<void> {
  await within(place, 'readwrite', (store) => store.delete(key));
}

/** Forgets everything of a place. */
export async function empty(place: Place): Promise<void> {
  await within(place, 'readwrite', (store) => store.clear());
}
