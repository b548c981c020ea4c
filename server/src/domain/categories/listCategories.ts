import { isStaff } from '@tikethet/shared/permissions';
import type { Ctx } from '../context';
import { Category } from './category';

export const MOST_CATEGORIES = 200;

/** Categories in their order; inactive ones only for staff, whose older tickets have them. */
export async function listCategories(ctx: Ctx): Promise<Category[]> {
  const { person } = ctx.actor;
  const query = Category.query(ctx.trx).orderBy(['sortOrder', 'id']).limit(MOST_CATEGORIES);
  if (person !== null && !isStaff(person.role)) query.where('isActive', true);
  return query;
}
