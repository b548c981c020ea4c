import { AppError } from '@tikethet/shared/errors';
import { EVERYONE } from '../../feed/audience';
import { recordAudit } from '../audit/recordAudit';
import { emit, requirePermission, type Ctx } from '../context';
import { presentCategory } from './category';
import { getCategory, lockCategories, requireExpendable } from './lockCategories';

/**
 * Deletes a category that no ticket (a deleted one counts too: the audit log speaks of it) and no
 * helper holds. A helper whose only category went would suddenly see all of them.
 * @throws AppError `forbidden`, `not_found`, `category_in_use`
 */
export async function deleteCategory(ctx: Ctx, { id }: { id: string }): Promise<void> {
  requirePermission(ctx, 'category.manage');
  await lockCategories(ctx);
  const category = await getCategory(ctx, id);
  await requireExpendable(ctx, category);
  // Waits for those who are writing a ticket into it right now (their foreign key shares the
  // lock), and makes later ones wait for us.
  await category.$query(ctx.trx).forUpdate();
  for (const [table, reason] of [
    ['tickets', 'tickets'],
    ['user_categories', 'helpers'],
  ] as const) {
    const used = await ctx
      .trx<{ category_id: string }>(table)
      .where('category_id', id)
      .first('category_id');
    if (used !== undefined) throw new AppError('category_in_use', { reason });
  }
  await category.$query(ctx.trx).delete();
  await recordAudit(ctx, {
    action: 'category.deleted',
    targetType: 'category',
    targetId: id,
    before: presentCategory(category),
  });
  await emit(ctx, {
    type: 'category.deleted',
    ticketId: null,
    audience: EVERYONE,
    data: { id },
    customerData: null,
  });
}
