import type { FaqText, Language } from '@tikethet/shared/contracts';
import { parseMarkdown, toPlainText } from '@tikethet/shared/markdown';
import type { Ctx } from '../context';
import type { ArticleTexts } from './article';
import { fold } from './words';

const LANGUAGES: readonly Language[] = ['ru', 'en'];

/**
 * Writes what an article says; a language without a text loses its row. Titles and keywords weigh
 * more than bodies. The configuration `russian` stems English words as well.
 */
export async function saveTexts(ctx: Ctx, articleId: string, texts: ArticleTexts): Promise<void> {
  for (const language of LANGUAGES) {
    const written = texts[language];
    if (written === null) {
      await ctx.trx('faq_texts').where({ article_id: articleId, language }).delete();
    } else await saveText(ctx, articleId, language, written);
  }
}

async function saveText(
  ctx: Ctx,
  articleId: string,
  language: Language,
  { title, body, keywords }: FaqText,
): Promise<void> {
  await ctx.trx.raw(
    `insert into faq_texts (article_id, language, title, body, keywords, search)
     values (?, ?, ?, ?, ?,
       setweight(to_tsvector('russian', ?), 'A') || setweight(to_tsvector('russian', ?), 'C'))
     on conflict (article_id, language) do update set title = excluded.title,
       body = excluded.body, keywords = excluded.keywords, search = excluded.search`,
    [
      articleId,
      language,
      title,
      body,
      keywords,
      fold([title, ...keywords].join(' ')),
      fold(toPlainText(parseMarkdown(body))),
    ],
  );
}
