import { AppError } from '@tikethet/shared/errors';
import type { Ctx } from '../context';
import { Category } from './category';

/** Key of the transaction-level advisory lock: ASCII `catg`. */
const LOCK = 0x63617467;

/** Where a first message without a category goes: it is always there. */
export const FALLBACK_SLUG = 'other';

/** Changes of the list of categories are rare and queue up: their rules look at the whole list. */
export async function lockCategories(ctx: Ctx): Promise<void> {
  await ctx.trx.raw('select pg_advisory_xact_lock(?)', [LOCK]);
}

/** @throws AppError `not_found` */
export async function getCategory(ctx: Ctx, id: string): Promise<Category> {
  const category = await Category.query(ctx.trx).findById(id);
  if (category === undefined) throw new AppError('not_found', { resource: 'category' });
  return category;
}

/** @throws AppError `category_in_use` when tickets would have nowhere to go without it */
export async function requireExpendable(ctx: Ctx, category: Category): Promise<void> {
  if (category.slug === FALLBACK_SLUG) {
    throw new AppError('category_in_use', { reason: 'fallback' });
  }
  const other = await Category.query(ctx.trx)
    .findOne({ isActive: true })
    .whereNot('id', category.id);
  if (other === undefined) throw new AppError('category_in_use', { reason: 'last_active' });
}

/** @throws AppError `already_exists` when another category has this name, whatever its case */
export async function requireFreeName(ctx: Ctx, name: string, exceptId?: string): Promise<void> {
  const query = Category.query(ctx.trx).findOne({}).whereRaw('lower(name) = lower(?)', [name]);
  if (exceptId !== undefined) query.whereNot('id', exceptId);
  if ((await query) !== undefined) throw new AppError('already_exists', { field: 'name', name });
}
