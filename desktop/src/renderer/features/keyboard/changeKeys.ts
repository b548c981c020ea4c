import type { Bindings, ChosenKeys } from '../../app/shortcuts/bindings';
import type { Chord } from '../../app/shortcuts/chords';
import { SHORTCUT_IDS, shortcut, type ShortcutId } from '../../app/shortcuts/registry';

/** The system, or everybody's fingers, expect these to stay what they are. */
const RESERVED =
  /^(mod\+(c|v|x|z|y|r|w|q|s|f|shift\+z|shift\+r|plus|minus|equal|0)|(shift\+)?tab|enter|escape|space|backspace|delete|arrow\w+|home|end|pageup|pagedown|alt\+f4)$/;

export type KeyRefusal = 'reserved' | 'needsMod';

/** Why a shortcut cannot have these keys; null: it can. */
export function refusalOf(id: ShortcutId, chord: Chord): KeyRefusal | null {
  if (RESERVED.test(chord)) return 'reserved';
  // A letter alone is text where one writes.
  return shortcut(id).typing && !/(^|\s)((mod|alt)\+|f\d)/.test(chord) ? 'needsMod' : null;
}

/** Who has these keys now, beside the one that wants them. */
export function holderOf(bindings: Bindings, id: ShortcutId, chord: Chord): ShortcutId | null {
  const holder = bindings.find(chord);
  return holder === undefined || holder === id ? null : holder;
}

/**
 * The chosen keys after a shortcut got its own (null: none); whoever had them goes without. What
 * is as usual again is not kept.
 */
export function withKeys(
  chosen: ChosenKeys,
  bindings: Bindings,
  id: ShortcutId,
  chord: Chord | null,
): Record<string, Chord[]> {
  const next: Record<string, Chord[]> = {};
  for (const known of SHORTCUT_IDS) {
    const own = chosen[known];
    if (own) next[known] = [...own];
  }
  const holder = chord === null ? null : holderOf(bindings, id, chord);
  if (holder !== null) next[holder] = bindings.keysOf(holder).filter((one) => one !== chord);
  next[id] = chord === null ? [] : [chord];
  for (const [name, keys] of Object.entries(next)) {
    const usual = shortcut(name as ShortcutId).keys;
    if (JSON.stringify(keys) === JSON.stringify(usual)) delete next[name];
  }
  return next;
}
