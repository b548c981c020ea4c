import type { ConsoleLanguage } from '../../app/i18n';

export interface Emoji {
  unicode: string;
  label: string;
  /** Words by which it is found, lower case. */
  words: string;
  group: EmojiGroup;
}

/** Groups in their order; the places are Emojibase's numbers, the third holds no emoji. */
const NUMBERED = [
  'smileys',
  'people',
  null,
  'animals',
  'food',
  'travel',
  'activities',
  'objects',
  'symbols',
  'flags',
] as const;
export type EmojiGroup = Exclude<(typeof NUMBERED)[number], null>;
export const EMOJI_GROUPS: readonly EmojiGroup[] = NUMBERED.filter((name) => name !== null);

interface Compact {
  unicode: string;
  label: string;
  tags?: string[];
  group?: number;
  order?: number;
}

const LOADERS: Record<ConsoleLanguage, () => Promise<{ default: Compact[] }>> = {
  ru: () => import('emojibase-data/ru/compact.json'),
  en: () => import('emojibase-data/en/compact.json'),
};

const loaded = new Map<ConsoleLanguage, Promise<Emoji[]>>();

/** All emoji with their names in a language; read once, when somebody first wants one. */
export function loadEmoji(language: ConsoleLanguage): Promise<Emoji[]> {
  const known = loaded.get(language);
  if (known) return known;
  const reading = LOADERS[language]().then(({ default: all }) =>
    all
      .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0))
      .flatMap(({ unicode, label, tags = [], group: number = -1 }) => {
        const group = NUMBERED[number] ?? null;
        const words = [label, ...tags].join(' ').toLowerCase();
        return group === null ? [] : [{ unicode, label, words, group }];
      }),
  );
  loaded.set(language, reading);
  reading.catch(() => loaded.delete(language));
  return reading;
}

/** Results shown at once. */
const MOST_FOUND = 120;

/** Emoji of which every word wanted begins some word. */
export function findEmoji(all: readonly Emoji[], wanted: string): Emoji[] {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = ({ words: known }: Emoji): boolean => {
    const its = ` ${known}`;
    return words.every((word) => its.includes(` ${word}`));
  };
  return all.filter(fits).slice(0, MOST_FOUND);
}

const RECENT = 'tikethet.emoji';
const MOST_RECENT = 27;

/** What this person used last on this device, newest first. */
export function recentEmoji(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(RECENT) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

/** It stands first among the recent ones from now on. */
export function rememberEmoji(unicode: string): void {
  const others = recentEmoji().filter((one) => one !== unicode);
  localStorage.setItem(RECENT, JSON.stringify([unicode, ...others].slice(0, MOST_RECENT)));
}
