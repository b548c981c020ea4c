import { EVERYONE } from '../../feed/audience';
import { emit, type Ctx } from '../context';
import { presentCategory, type Category } from './category';

/** Tells everybody what a category is now. */
export async function emitCategory(ctx: Ctx, category: Category): Promise<void> {
  await emit(ctx, {
    type: 'category.changed',
    ticketId: null,
    audience: EVERYONE,
    data: presentCategory(category),
    customerData: null,
  });
}
