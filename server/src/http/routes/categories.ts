import { listAnswerTimes } from '../../domain/categories/answerTimes';
import { presentCategory } from '../../domain/categories/category';
import { createCategory } from '../../domain/categories/createCategory';
import { deleteCategory } from '../../domain/categories/deleteCategory';
import { listCategories } from '../../domain/categories/listCategories';
import { reorderCategories } from '../../domain/categories/reorderCategories';
import { updateCategory } from '../../domain/categories/updateCategory';
import type { Handlers } from '../handler';

export const categoryHandlers = {
  'categories.list': async (ctx) => ({ items: (await listCategories(ctx)).map(presentCategory) }),
  'categories.answerTimes': async (ctx) => ({ items: await listAnswerTimes(ctx) }),
  'categories.create': async (ctx, input) => presentCategory(await createCategory(ctx, input)),
  'categories.update': async (ctx, input) => presentCategory(await updateCategory(ctx, input)),
  'categories.reorder': async (ctx, input) => ({ items: await reorderCategories(ctx, input) }),
  'categories.delete': deleteCategory,
} satisfies Handlers<
  | 'categories.list'
  | 'categories.answerTimes'
  | 'categories.create'
  | 'categories.update'
  | 'categories.reorder'
  | 'categories.delete'
>;
