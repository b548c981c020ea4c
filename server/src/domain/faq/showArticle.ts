import type { FaqArticle, Language } from '@tikethet/shared/contracts';
import { AppError } from '@tikethet/shared/errors';
import { requirePerson, type Ctx } from '../context';
import { Article, loadTexts } from './article';
import { excerptOf } from './heads';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A published article by id or slug; null when there is none. */
export async function findArticle(ctx: Ctx, key: string): Promise<Article | null> {
  const named = UUID.test(key) ? { id: key } : { slug: key };
  return (await Article.query(ctx.trx).findOne({ ...named, isPublished: true })) ?? null;
}

/**
 * A published article in a language, or in the other one where that is missing.
 * @throws AppError `not_found`
 */
export async function showArticle(
  ctx: Ctx,
  { key, language }: { key: string; language?: Language | undefined },
): Promise<Omit<FaqArticle, 'link'>> {
  const person = requirePerson(ctx);
  const article = await findArticle(ctx, key);
  if (article === null) throw new AppError('not_found', { resource: 'faq' });
  const texts = await loadTexts(ctx, article.id);
  const wanted = language ?? person.language;
  const other = wanted === 'ru' ? 'en' : 'ru';
  const shown = texts[wanted] ?? texts[other];
  if (shown === null) throw new Error(`article ${article.id} says nothing`);
  const vote = await ctx
    .trx<{ article_id: string; user_id: string; helpful: boolean }>('faq_votes')
    .where({ article_id: article.id, user_id: person.id })
    .first('helpful');
  return {
    id: article.id,
    slug: article.slug,
    categoryId: article.categoryId,
    language: texts[wanted] === null ? other : wanted,
    title: shown.title,
    excerpt: excerptOf(shown.body),
    body: shown.body,
    myVote: vote?.helpful ?? null,
    updatedAt: article.updatedAt.toISOString(),
  };
}
