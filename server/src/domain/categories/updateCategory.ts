import { recordAudit } from '../audit/recordAudit';
import { requirePermission, type Ctx } from '../context';
import { refuseOverwrite } from '../refuseOverwrite';
import { Category, presentCategory } from './category';
import type { NewCategory } from './createCategory';
import { emitCategory } from './emitCategory';
import { getCategory, lockCategories, requireExpendable, requireFreeName } from './lockCategories';

export interface CategoryChanges extends Partial<Omit<NewCategory, 'slug'>> {
  id: string;
  isActive?: boolean;
  /** The fields as the person saw them. */
  base?: Record<string, unknown>;
}

/**
 * Changes a category. Its slug stays: links that people have shared keep working.
 * @throws AppError `forbidden`, `not_found`, `already_exists`, `category_in_use`, `conflict` with both
 * values
 */
export async function updateCategory(
  ctx: Ctx,
  { id, base, ...changes }: CategoryChanges,
): Promise<Category> {
  requirePermission(ctx, 'category.manage');
  await lockCategories(ctx);
  const before = await getCategory(ctx, id);
  refuseOverwrite('category', presentCategory(before), changes, base);
  if (changes.name !== undefined) await requireFreeName(ctx, changes.name, id);
  if (changes.isActive === false && before.isActive) await requireExpendable(ctx, before);
  const same = Object.entries(changes).every(
    ([field, value]) => value === undefined || before[field as keyof typeof changes] === value,
  );
  if (same) return before;
  const after = await before.patched(ctx.trx, changes);
  await recordAudit(ctx, {
    action: 'category.changed',
    targetType: 'category',
    targetId: id,
    before: presentCategory(before),
    after: presentCategory(after),
  });
  await emitCategory(ctx, after);
  return after;
}
