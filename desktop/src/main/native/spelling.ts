import type { Session } from 'electron';
import type { Capabilities } from './capabilities';

/** Staff write in both, whatever language the console speaks. */
const LANGUAGES = ['ru', 'en-US'];

/**
 * Checks spelling in Russian and English at once. Where the program chooses dictionaries, Chromium
 * fetches them once from its own server and keeps them; without them nothing is underlined.
 */
export function followSpelling(
  session: Session,
  { dictionaries }: Capabilities,
  wanted: boolean,
): void {
  session.setSpellCheckerEnabled(wanted);
  if (!dictionaries || !wanted) return;
  const known = new Set(session.availableSpellCheckerLanguages);
  session.setSpellCheckerLanguages(LANGUAGES.filter((language) => known.has(language)));
}
