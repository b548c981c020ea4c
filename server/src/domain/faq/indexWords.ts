import { parseMarkdown, toPlainText } from '@tikethet/shared/markdown';
import type { Ctx } from '../context';
import type { ArticleTexts } from './article';
import { soundOf } from './sound';
import { fold } from './words';

/**
 * Makes an article findable by what it says, or unfindable. Call under the lock of the FAQ.
 * @param texts null for a draft
 */
export async function indexWords(
  ctx: Ctx,
  articleId: string,
  texts: ArticleTexts | null,
): Promise<void> {
  const before = await ctx.trx.raw<Lexemes>(
    'delete from faq_words where article_id = ? returning lexeme',
    [articleId],
  );
  const after = texts === null ? { rows: [] } : await insertWords(ctx, articleId, texts);
  await recount(ctx, lexemesOf(before), lexemesOf(after));
}

interface Lexemes {
  rows: { lexeme: string }[];
}

function lexemesOf({ rows }: Lexemes): Set<string> {
  return new Set(rows.map(({ lexeme }) => lexeme));
}

/** Stems of both languages: the configuration `russian` stems English words as well. */
async function insertWords(ctx: Ctx, articleId: string, texts: ArticleTexts): Promise<Lexemes> {
  const written = [texts.ru, texts.en].filter((text) => text !== null);
  const titles = written.flatMap(({ title, keywords }) => [title, ...keywords]);
  const bodies = written.map(({ body }) => toPlainText(parseMarkdown(body)));
  return ctx.trx.raw<Lexemes>(
    `insert into faq_words (lexeme, article_id, in_title)
     select lexeme, ?, bool_or(in_title) from (
       select unnest(tsvector_to_array(to_tsvector('russian', ?))), true
       union all select unnest(tsvector_to_array(to_tsvector('russian', ?))), false
     ) as said(lexeme, in_title) group by lexeme returning lexeme`,
    [articleId, fold(titles.join(' ')), fold(bodies.join('\n'))],
  );
}

/**
 * Keeps the desk's list of words with the number of articles that hold each: typos are mended with
 * it, and rare words weigh more.
 */
async function recount(
  ctx: Ctx,
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
): Promise<void> {
  const added = [...after].filter((lexeme) => !before.has(lexeme));
  const gone = [...before].filter((lexeme) => !after.has(lexeme));
  await ctx.trx.raw(
    `insert into faq_lexemes (lexeme, sound, articles)
     select lexeme, sound, 1 from unnest(?::text[], ?::text[]) as added(lexeme, sound)
     on conflict (lexeme) do update set articles = faq_lexemes.articles + 1`,
    [added, added.map(soundOf)],
  );
  await ctx.trx.raw('delete from faq_lexemes where lexeme = any(?) and articles = 1', [gone]);
  await ctx.trx.raw('update faq_lexemes set articles = articles - 1 where lexeme = any(?)', [gone]);
}
