/** Remembered on this device. */
const MOST = 20;

function nameOf(personId: string): string {
  return `tikethet.macros.${personId}`;
}

/** Ids of the macros a person used last, the last first. */
export function readRecent(storage: Storage, personId: string): string[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(nameOf(personId)) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

export function noteUsed(storage: Storage, personId: string, id: string): void {
  const others = readRecent(storage, personId).filter((known) => known !== id);
  try {
    storage.setItem(nameOf(personId), JSON.stringify([id, ...others].slice(0, MOST)));
  } catch {
    // Storage is full or forbidden: the list stays in the order of names.
  }
}
