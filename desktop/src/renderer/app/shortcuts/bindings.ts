import type { Chord } from './chords';
import { SHORTCUT_IDS, shortcut, type ShortcutId } from './registry';

/** Keys a person has chosen instead of the usual ones; an empty list takes them away. */
export type ChosenKeys = Readonly<Partial<Record<ShortcutId, readonly Chord[]>>>;

/** What each key means for one person. */
export interface Bindings {
  keysOf(id: ShortcutId): readonly Chord[];
  /** What a finished press (or row of presses) means. */
  find(chord: Chord): ShortcutId | undefined;
  /** Whether a longer row begins like this. */
  begins(chord: Chord): boolean;
}

/** The usual keys under the person's own. A key that two claim belongs to the one chosen by hand. */
export function bind(chosen: ChosenKeys): Bindings {
  const keys = new Map<ShortcutId, readonly Chord[]>();
  const meanings = new Map<Chord, ShortcutId>();
  const beginnings = new Set<Chord>();
  const own = (id: ShortcutId) => (shortcut(id).fixed ? undefined : chosen[id]);
  const claim = (id: ShortcutId, wanted: readonly Chord[]): void => {
    const free = wanted.filter((chord) => !meanings.has(chord));
    keys.set(id, free);
    for (const chord of free) {
      meanings.set(chord, id);
      const presses = chord.split(' ');
      for (let end = 1; end < presses.length; end += 1) {
        beginnings.add(presses.slice(0, end).join(' '));
      }
    }
  };
  for (const id of SHORTCUT_IDS) if (shortcut(id).fixed) claim(id, shortcut(id).keys);
  for (const id of SHORTCUT_IDS) {
    const wanted = own(id);
    if (wanted) claim(id, wanted);
  }
  for (const id of SHORTCUT_IDS) if (!keys.has(id)) claim(id, shortcut(id).keys);
  return {
    keysOf: (id) => keys.get(id) ?? [],
    find: (chord) => meanings.get(chord),
    begins: (chord) => beginnings.has(chord),
  };
}
