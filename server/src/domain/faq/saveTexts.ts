import type { FaqText, Language } from '@tikethet/shared/contracts';
import type { Ctx } from '../context';
import type { ArticleTexts } from './article';

const LANGUAGES: readonly Language[] = ['ru', 'en'];

/** Writes what an article says; a language without a text loses its row. */
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
  await ctx
    .trx('faq_texts')
    .insert({ article_id: articleId, language, title, body, keywords })
    .onConflict(['article_id', 'language'])
    .merge();
}
