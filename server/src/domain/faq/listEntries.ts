import type { FaqEntry, FaqEntryHead } from '@tikethet/shared/contracts';
import { z } from 'zod';
import { requirePermission, type Ctx } from '../context';
import { decodeKeyset, encodeKeyset } from '../keyset';
import { Article, getArticle, loadTexts, presentEntry, presentEntryHead } from './article';

const cursorShape = z.tuple([z.number().int(), z.uuid()]);

/**
 * Articles for those who write them, drafts too, in their order.
 * @throws AppError `forbidden`, `invalid_cursor`
 */
export async function listEntries(
  ctx: Ctx,
  { categoryId, limit, cursor }: { categoryId?: string; limit: number; cursor?: string },
): Promise<{ items: FaqEntryHead[]; nextCursor: string | null }> {
  requirePermission(ctx, 'faq.manage');
  const query = Article.query(ctx.trx).orderBy(['sortOrder', 'id']);
  if (categoryId === 'none') query.whereNull('categoryId');
  else if (categoryId !== undefined) query.where({ categoryId });
  if (cursor !== undefined) {
    query.whereRaw('(sort_order, id) > (?, ?)', decodeKeyset(cursor, cursorShape));
  }
  const rows = await query.limit(limit + 1);
  const page = rows.slice(0, limit);
  const titles = await ctx
    .trx<{ article_id: string; language: 'ru' | 'en'; title: string }>('faq_texts')
    .whereIn(
      'article_id',
      page.map(({ id }) => id),
    )
    .select('article_id', 'language', 'title');
  const titleOf = (id: string, language: 'ru' | 'en') =>
    titles.find((one) => one.article_id === id && one.language === language)?.title ?? null;
  const last = page.at(-1);
  return {
    items: page.map((article) =>
      presentEntryHead(article, { ru: titleOf(article.id, 'ru'), en: titleOf(article.id, 'en') }),
    ),
    nextCursor:
      rows.length > limit && last !== undefined ? encodeKeyset([last.sortOrder, last.id]) : null,
  };
}

/** @throws AppError `forbidden`, `not_found` */
export async function showEntry(ctx: Ctx, { id }: { id: string }): Promise<FaqEntry> {
  requirePermission(ctx, 'faq.manage');
  return presentEntry(await getArticle(ctx, id), await loadTexts(ctx, id));
}
