import type { Language } from '@tikethet/shared/contracts';
import type { DemoCategory } from '../people';
import { parseScripts, type Script } from '../script';
import { bansEn } from './en/bans';
import { complaintsEn } from './en/complaints';
import { economyEn } from './en/economy';
import { gameplayEn } from './en/gameplay';
import { otherEn } from './en/other';
import { technicalEn } from './en/technical';
import { bansRu } from './ru/bans';
import { complaintsRu } from './ru/complaints';
import { economyRu } from './ru/economy';
import { gameplayRu } from './ru/gameplay';
import { otherRu } from './ru/other';
import { technicalRu } from './ru/technical';

const SOURCES: Readonly<Record<Language, Readonly<Record<DemoCategory, string>>>> = {
  ru: {
    tech: technicalRu,
    bans: bansRu,
    gameplay: gameplayRu,
    economy: economyRu,
    reports: complaintsRu,
    other: otherRu,
  },
  en: {
    tech: technicalEn,
    bans: bansEn,
    gameplay: gameplayEn,
    economy: economyEn,
    reports: complaintsEn,
    other: otherEn,
  },
};

const parsed = new Map<string, Script[]>();

/** The conversations of a category, parsed when they are first needed. */
export function scriptsOf(language: Language, category: DemoCategory): readonly Script[] {
  const source = SOURCES[language][category];
  const known = parsed.get(source) ?? parseScripts(source);
  parsed.set(source, known);
  return known;
}
