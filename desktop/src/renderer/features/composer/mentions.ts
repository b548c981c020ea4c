interface Named {
  id: string;
  displayName: string;
}

/** The `@` that is being written before the cursor. */
export interface Mentioning {
  /** Index of the `@`. */
  from: number;
  /** What stands behind it, lower case. */
  wanted: string;
}

/** Characters of a name looked for; a longer text is no name any more. */
const LONGEST = 40;

/** The mention under the cursor; null when none is being written. */
export function mentioningAt(text: string, cursor: number): Mentioning | null {
  const from = cursor === 0 ? -1 : text.lastIndexOf('@', cursor - 1);
  if (from < 0) return null;
  const before = text[from - 1];
  // An e-mail address is no mention.
  if (before !== undefined && !/[\s(«"'—-]/.test(before)) return null;
  const wanted = text.slice(from + 1, cursor);
  if (wanted.length > LONGEST || wanted.includes('\n') || /^\s/.test(wanted)) return null;
  return { from, wanted: wanted.toLowerCase() };
}

/** Colleagues whose name or user name has a word that begins so; at most eight. */
export function findColleagues<T extends Named & { username: string | null }>(
  team: readonly T[],
  wanted: string,
): T[] {
  const fits = ({ displayName, username }: T): boolean => {
    const name = displayName.toLowerCase();
    const words = [name, ...name.split(/\s+/), username?.toLowerCase() ?? ''];
    return words.some((word) => word.startsWith(wanted));
  };
  return team.filter(fits).slice(0, 8);
}

/** Those of the chosen whose name still stands in the text. */
export function addressed<T extends Named>(text: string, chosen: readonly T[]): T[] {
  return chosen.filter(({ displayName }) => text.includes(`@${displayName}`));
}
