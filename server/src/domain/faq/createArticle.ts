import type { FaqEntry } from '@tikethet/shared/contracts';
import { AppError } from '@tikethet/shared/errors';
import { FAQ_LIMITS } from '@tikethet/shared/faq';
import { newId } from '../../db/ids';
import { recordAudit } from '../audit/recordAudit';
import { findCategory } from '../categories/activeCategories';
import { slugOf } from '../categories/slug';
import { requirePermission, type Ctx } from '../context';
import { Article, lockFaq, presentEntry, type ArticleTexts } from './article';
import { emitArticle } from './emitArticle';
import { indexWords } from './indexWords';
import { saveTexts } from './saveTexts';

export interface NewArticle {
  categoryId?: string | null;
  texts: ArticleTexts;
  isPublished: boolean;
  /** Made from the English title, else the Russian one, when absent. */
  slug?: string;
}

/**
 * Adds an article at the end of its category.
 * @throws AppError `forbidden`, `already_exists` (slug), `validation_failed` (no text, no such
 * category, too many articles)
 */
export async function createArticle(ctx: Ctx, input: NewArticle): Promise<FaqEntry> {
  requirePermission(ctx, 'faq.manage');
  await lockFaq(ctx);
  requireText(input.texts);
  await requireCategory(ctx, input.categoryId ?? null);
  const { article, texts } = await insertArticle(ctx, input);
  const entry = presentEntry(article, texts);
  await recordAudit(ctx, {
    action: 'faq.created',
    targetType: 'faq',
    targetId: article.id,
    after: entry,
  });
  return entry;
}

/** Writes and announces an article. Call under the lock of the FAQ. */
export async function insertArticle(
  ctx: Ctx,
  { categoryId = null, texts, isPublished, slug }: NewArticle,
): Promise<{ article: Article; texts: ArticleTexts }> {
  const all = await Article.query(ctx.trx).select('slug', 'sortOrder', 'categoryId');
  if (all.length >= FAQ_LIMITS.articles) {
    throw refusal('', `a desk has at most ${FAQ_LIMITS.articles} articles`);
  }
  const ofCategory = all.filter((one) => one.categoryId === categoryId);
  const article = await Article.query(ctx.trx).insertAndFetch({
    id: newId(),
    slug: freeSlug(new Set(all.map((one) => one.slug)), texts, slug),
    categoryId,
    sortOrder: Math.max(0, ...ofCategory.map(({ sortOrder }) => sortOrder)) + 10,
    isPublished,
    createdAt: ctx.now,
    updatedAt: ctx.now,
  });
  await saveTexts(ctx, article.id, texts);
  if (isPublished) await indexWords(ctx, article.id, texts);
  await emitArticle(ctx, article, false);
  return { article, texts };
}

function refusal(path: string, message: string): AppError {
  return new AppError('validation_failed', { issues: [{ path, message }] });
}

/** @throws AppError `validation_failed` for an article that says nothing */
export function requireText(texts: ArticleTexts): void {
  if (texts.ru === null && texts.en === null) {
    throw refusal('texts', 'an article needs a text in one language at least');
  }
}

/** @throws AppError `validation_failed` when there is no such category */
export async function requireCategory(ctx: Ctx, id: string | null): Promise<void> {
  if (id !== null && (await findCategory(ctx, id)) === null) {
    throw refusal('categoryId', 'no such category');
  }
}

function freeSlug(taken: ReadonlySet<string>, texts: ArticleTexts, wished?: string): string {
  if (wished !== undefined) {
    if (taken.has(wished)) throw new AppError('already_exists', { field: 'slug', slug: wished });
    return wished;
  }
  const base = slugOf((texts.en ?? texts.ru)?.title ?? '', 'article');
  for (let n = 1; ; n += 1) {
    const candidate = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(candidate)) return candidate;
  }
}
