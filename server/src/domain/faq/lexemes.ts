import type { Ctx } from '../context';
import { soundOf } from './sound';

/** Lexemes (stems) of what an article says, over both languages with repeats; none for a draft. */
export async function publishedLexemes(ctx: Ctx, articleId: string): Promise<string[]> {
  const { rows } = await ctx.trx.raw<{ rows: { lexeme: string }[] }>(
    `select unnest(tsvector_to_array(faq_texts.search)) as lexeme
     from faq_texts join faq_articles on faq_articles.id = faq_texts.article_id
     where faq_articles.id = ? and faq_articles.is_published`,
    [articleId],
  );
  return rows.map(({ lexeme }) => lexeme);
}

/**
 * Keeps the desk's list of words, with the number of texts that hold each: typos are mended with
 * it, and rare words weigh more. Call under the lock of the FAQ.
 * @param before lexemes of the changed article before, `after` as they are now
 */
export async function recountLexemes(
  ctx: Ctx,
  before: readonly string[],
  after: readonly string[],
): Promise<void> {
  const changes = new Map<string, number>();
  for (const lexeme of before) changes.set(lexeme, (changes.get(lexeme) ?? 0) - 1);
  for (const lexeme of after) changes.set(lexeme, (changes.get(lexeme) ?? 0) + 1);
  const more = [...changes].filter(([, by]) => by > 0);
  const less = [...changes].filter(([, by]) => by < 0);
  if (more.length > 0) {
    await ctx.trx.raw(
      `insert into faq_lexemes (lexeme, sound, texts)
       select * from unnest(?::text[], ?::text[], ?::int[])
       on conflict (lexeme) do update set texts = faq_lexemes.texts + excluded.texts`,
      [
        more.map(([lexeme]) => lexeme),
        more.map(([lexeme]) => soundOf(lexeme)),
        more.map(([, by]) => by),
      ],
    );
  }
  if (less.length > 0) {
    const lists = [less.map(([lexeme]) => lexeme), less.map(([, by]) => -by)];
    const gone = 'unnest(?::text[], ?::int[]) as gone(lexeme, by)';
    await ctx.trx.raw(
      `delete from faq_lexemes using ${gone}
       where faq_lexemes.lexeme = gone.lexeme and faq_lexemes.texts <= gone.by`,
      lists,
    );
    await ctx.trx.raw(
      `update faq_lexemes set texts = texts - gone.by from ${gone}
       where faq_lexemes.lexeme = gone.lexeme`,
      lists,
    );
  }
}
