import { AppError } from '@tikethet/shared/errors';
import { EVERYONE } from '../../feed/audience';
import { recordAudit } from '../audit/recordAudit';
import { emit, requirePermission, type Ctx } from '../context';
import { Article, lockFaq } from './article';

/**
 * Puts the articles of a category in an order; those not named follow as they were.
 * @throws AppError `forbidden`, `not_found` when one of them is not of the category
 */
export async function reorderArticles(
  ctx: Ctx,
  { categoryId, ids }: { categoryId: string | null; ids: readonly string[] },
): Promise<void> {
  requirePermission(ctx, 'faq.manage');
  await lockFaq(ctx);
  const query = Article.query(ctx.trx).select('id').orderBy(['sortOrder', 'id']);
  const known = categoryId === null ? query.whereNull('categoryId') : query.where({ categoryId });
  const before = (await known).map(({ id }) => id);
  const first = [...new Set(ids)];
  if (!first.every((id) => before.includes(id))) {
    throw new AppError('not_found', { resource: 'faq' });
  }
  const after = [...first, ...before.filter((id) => !first.includes(id))];
  if (after.join() === before.join()) return;
  await ctx.trx.raw(
    `update faq_articles set sort_order = placed.at * 10
     from unnest(?::uuid[]) with ordinality as placed(id, at) where faq_articles.id = placed.id`,
    [after],
  );
  const [target] = after;
  if (target === undefined) return;
  await recordAudit(ctx, {
    action: 'faq.reordered',
    targetType: 'faq',
    targetId: categoryId ?? target,
    before: { ids: before },
    after: { ids: after },
  });
  await emit(ctx, {
    type: 'faq.reordered',
    ticketId: null,
    audience: EVERYONE,
    data: { categoryId },
    customerData: null,
  });
}
