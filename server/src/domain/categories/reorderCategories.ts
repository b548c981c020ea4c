import type { Category as CategoryResource } from '@tikethet/shared/contracts';
import { AppError } from '@tikethet/shared/errors';
import { recordAudit } from '../audit/recordAudit';
import { requirePermission, type Ctx } from '../context';
import { Category, presentCategory } from './category';
import { emitCategory } from './emitCategory';
import { MOST_CATEGORIES } from './listCategories';
import { lockCategories } from './lockCategories';

/**
 * Puts categories in a new order: those named first, the others after them as they stood.
 * @throws AppError `forbidden`, `not_found` when one does not exist (any more)
 */
export async function reorderCategories(
  ctx: Ctx,
  { ids }: { ids: readonly string[] },
): Promise<CategoryResource[]> {
  requirePermission(ctx, 'category.manage');
  await lockCategories(ctx);
  const all = await Category.query(ctx.trx).orderBy(['sortOrder', 'id']).limit(MOST_CATEGORIES);
  const named = ids.map((id) => all.find((category) => category.id === id));
  if (named.includes(undefined)) throw new AppError('not_found', { resource: 'category' });
  const order = [...new Set([...named.filter((one) => one !== undefined), ...all])];
  const after: Category[] = [];
  for (const [index, category] of order.entries()) {
    const sortOrder = (index + 1) * 10;
    if (category.sortOrder === sortOrder) {
      after.push(category);
      continue;
    }
    const moved = await category.patched(ctx.trx, { sortOrder });
    await emitCategory(ctx, moved);
    after.push(moved);
  }
  const namesOf = (categories: readonly Category[]) => categories.map(({ name }) => name);
  if (namesOf(all).join('\n') !== namesOf(after).join('\n')) {
    await recordAudit(ctx, {
      action: 'category.reordered',
      targetType: 'category',
      targetId: null,
      before: { order: namesOf(all) },
      after: { order: namesOf(after) },
    });
  }
  return after.map(presentCategory);
}
