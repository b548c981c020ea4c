import type { Ctx } from '../context';
import { Category } from './category';

/** Where tickets go whose customer has not said what they are about. */
const UNSORTED_SLUG = 'other';

/** Categories that tickets may have, in their order. */
export async function activeCategories(ctx: Ctx, limit: number): Promise<Category[]> {
  return Category.query(ctx.trx).where('isActive', true).orderBy(['sortOrder', 'id']).limit(limit);
}

/** An active category by its deep-link name, or null. */
export async function findCategoryBySlug(ctx: Ctx, slug: string): Promise<Category | null> {
  return (await Category.query(ctx.trx).findOne({ slug, isActive: true })) ?? null;
}

/** "Other", or the first active category where there is none. */
export async function unsortedCategory(ctx: Ctx): Promise<Category> {
  const category =
    (await findCategoryBySlug(ctx, UNSORTED_SLUG)) ?? (await activeCategories(ctx, 1))[0];
  if (category === undefined) throw new Error('the desk has no active category');
  return category;
}

/** A category, active or not; null when there is none. */
export async function findCategory(ctx: Ctx, id: string): Promise<Category | null> {
  return (await Category.query(ctx.trx).findById(id)) ?? null;
}
