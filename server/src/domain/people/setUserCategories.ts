import { AppError } from '@tikethet/shared/errors';
import { CONTROL } from '../../feed/audience';
import { recordAudit } from '../audit/recordAudit';
import { emit, type Ctx } from '../context';
import { lockForChange } from './lockForChange';
import { emitUser } from './meetPerson';
import { categoriesOf, type User } from './user';

/**
 * Chooses the categories whose unassigned tickets a person may take, while their role does not see
 * all; none means all of them. What they see changes at once.
 * @throws AppError `not_found` (person or category), `forbidden`
 */
export async function setUserCategories(
  ctx: Ctx,
  { id, categoryIds }: { id: string; categoryIds: readonly string[] },
): Promise<User> {
  const { target } = await lockForChange(ctx, id, 'people.setRole');
  const wanted = [...new Set(categoryIds)].sort();
  const before = (await categoriesOf(ctx.trx, [id])).get(id) ?? [];
  if (wanted.join() === [...before].sort().join()) return target;
  const known = await ctx.trx('categories').whereIn('id', wanted).select('id');
  if (known.length < wanted.length) throw new AppError('not_found', { resource: 'category' });
  await ctx.trx('user_categories').where({ user_id: id }).delete();
  if (wanted.length > 0) {
    const rows = wanted.map((categoryId) => ({ user_id: id, category_id: categoryId }));
    await ctx.trx('user_categories').insert(rows);
  }
  await recordAudit(ctx, {
    action: 'user.categories_changed',
    targetType: 'user',
    targetId: id,
    before: { categoryIds: before },
    after: { categoryIds: wanted },
  });
  await emit(ctx, {
    type: 'account.rights_changed',
    ticketId: null,
    audience: { staff: [CONTROL], customer: [], hidden: [] },
    data: { userId: id },
    customerData: null,
  });
  await emitUser(ctx, target);
  return target;
}
