import { AppError } from '@tikethet/shared/errors';
import type { Ctx } from '../context';
import { Category } from './category';

/** @throws AppError `validation_failed` when there is no such active category */
export async function requireUsableCategory(ctx: Ctx, id: string): Promise<Category> {
  const category = await Category.query(ctx.trx).findById(id);
  if (category === undefined || !category.isActive) {
    throw new AppError('validation_failed', {
      issues: [{ path: 'categoryId', message: 'no such active category' }],
    });
  }
  return category;
}
