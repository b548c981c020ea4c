import { can } from '@tikethet/shared/permissions';
import type { Ctx } from '../context';
import { Category } from './category';

export const MOST_CATEGORIES = 200;

/** Categories in their order; inactive ones only for those who manage them (and the desk itself). */
export async function listCategories(ctx: Ctx): Promise<Category[]> {
  const { person } = ctx.actor;
  const query = Category.query(ctx.trx).orderBy(['sortOrder', 'id']).limit(MOST_CATEGORIES);
  if (person !== null && !can(person, 'category.manage')) query.where('isActive', true);
  return query;
}
