import type { Knex } from 'knex';
import type { Ctx } from '../context';
import { distance, slipsIn, soundOf } from './sound';
import type { TypedWord } from './words';

/** One word of a question as the words of articles that may be meant. */
export interface Meaning {
  lexemes: readonly string[];
  /** 0–1: how sure it is. */
  sureness: number;
  /** Articles that hold the most frequent of them: how rare it is. */
  articles: number;
  /** Articles that hold each, added up: how much there is to look at. */
  rows: number;
}

/** Unknown words that are looked up by their sound: each costs about a millisecond. */
const MOST_MENDED = 4;
/** Trigrams are only the first sieve; swapped letters leave few in common. */
const SIEVE = 0.25;
/** Letters from which on a beginning says something. */
const SHORTEST_BEGINNING = 2;

interface Held {
  lexeme: string;
  articles: number;
}

interface Known {
  form: string;
  lexeme: string;
  /** null: no article holds it. */
  articles: number | null;
}

/**
 * What the words of a question mean in the words of the desk's articles. Stop words mean nothing.
 * A word that no article holds is tried on the other keyboard, then by its sound (typos, Russian
 * in Latin letters).
 * @param options.unfinished the last word may be a beginning: somebody is typing
 */
export async function understand(
  ctx: Ctx,
  words: readonly TypedWord[],
  options: { unfinished: boolean },
): Promise<Meaning[]> {
  const forms = words.flatMap(({ word, otherKeyboard }) => [
    word,
    ...(otherKeyboard ? [otherKeyboard] : []),
  ]);
  if (forms.length === 0) return [];
  const known = await lookUp(ctx, forms);
  const meanings: Meaning[] = [];
  const unknown: { word: string; stem: string }[] = [];
  for (const { word, otherKeyboard } of words) {
    const own = known.filter(({ form }) => form === word);
    // A stop word.
    if (own[0] === undefined) continue;
    const meant = exact(own) ?? exact(known.filter(({ form }) => form === otherKeyboard));
    if (meant !== null) meanings.push(meant);
    else unknown.push({ word, stem: own[0].lexeme });
  }
  const last = words.at(-1);
  if (options.unfinished && last !== undefined && known.some(({ form }) => form === last.word)) {
    const begun = await beginningWith(ctx, last);
    if (begun !== null) {
      meanings.push(begun);
      // It is not finished, so it is not misspelt either.
      if (unknown.at(-1)?.word === last.word) unknown.pop();
    }
  }
  meanings.push(
    ...(await mend(
      ctx,
      unknown.slice(0, MOST_MENDED).map(({ stem }) => stem),
    )),
  );
  return meanings;
}

async function lookUp(ctx: Ctx, forms: readonly string[]): Promise<Known[]> {
  const { rows } = await ctx.trx.raw<{ rows: Known[] }>(
    `select f.form, l.lexeme, k.articles
     from unnest(?::text[]) as f(form)
     cross join lateral unnest(tsvector_to_array(to_tsvector('russian', f.form))) as l(lexeme)
     left join faq_lexemes k on k.lexeme = l.lexeme`,
    [[...new Set(forms)]],
  );
  return rows;
}

function exact(forms: readonly Known[]): Meaning | null {
  const held = forms.flatMap(({ lexeme, articles }) =>
    articles === null ? [] : [{ lexeme, articles }],
  );
  return held.length === 0 ? null : meaningOf(held, 1);
}

function meaningOf(held: readonly Held[], sureness: number): Meaning {
  const counts = held.map(({ articles }) => articles);
  return {
    lexemes: held.map(({ lexeme }) => lexeme),
    sureness,
    articles: Math.max(...counts),
    rows: counts.reduce((sum, count) => sum + count, 0),
  };
}

async function beginningWith(ctx: Ctx, last: TypedWord): Promise<Meaning | null> {
  const beginnings = [last.word, last.otherKeyboard ?? ''].filter(
    (one) => one.length >= SHORTEST_BEGINNING && /^[\p{L}\p{N}]+$/u.test(one),
  );
  if (beginnings.length === 0) return null;
  const { rows } = await ctx.trx.raw<{ rows: Held[] }>(
    `select lexeme, articles from faq_lexemes
     where ${beginnings.map(() => 'lexeme like ?').join(' or ')} order by articles desc limit 20`,
    beginnings.map((one) => `${one}%`) as Knex.RawBinding[],
  );
  return rows.length === 0 ? null : meaningOf(rows, 0.8);
}

/** Known words that sound like unknown stems, the nearest ones of each. */
async function mend(ctx: Ctx, stems: readonly string[]): Promise<Meaning[]> {
  const sounds = stems.map(soundOf).filter((sound) => slipsIn(sound.length) > 0);
  if (sounds.length === 0) return [];
  await ctx.trx.raw(`select set_config('pg_trgm.similarity_threshold', ?, true)`, [String(SIEVE)]);
  const { rows } = await ctx.trx.raw<{
    rows: (Held & { wanted: string; sound: string })[];
  }>(
    `select f.wanted, l.* from unnest(?::text[]) as f(wanted)
     cross join lateral (
       select lexeme, sound, articles from faq_lexemes where sound % f.wanted
       order by similarity(sound, f.wanted) desc limit 25) l`,
    [[...new Set(sounds)]],
  );
  return [...new Set(sounds)].flatMap((wanted) => {
    const near = rows
      .filter((row) => row.wanted === wanted)
      .map((row) => ({ ...row, slips: slipsBetween(wanted, row.sound) }))
      .filter(({ slips }) => slips !== null);
    const least = Math.min(...near.map(({ slips }) => slips ?? Infinity));
    const nearest = near.filter(({ slips }) => slips === least);
    if (nearest.length === 0) return [];
    return meaningOf(nearest, least === 0 ? 0.9 : least === 1 ? 0.75 : 0.55);
  });
}

/** Endings that stay on a Russian word in Latin letters, which no stemmer takes off. */
const ENDING = 3;

function slipsBetween(wanted: string, sound: string): number | null {
  const most = slipsIn(Math.min(wanted.length, sound.length));
  const slips = distance(wanted, sound, most);
  if (slips <= most) return slips;
  const isStem =
    sound.length >= 4 && wanted.startsWith(sound) && wanted.length - sound.length <= ENDING;
  return isStem ? 1 : null;
}
