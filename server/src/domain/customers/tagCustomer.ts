import type { CustomerCard } from '@tikethet/shared/contracts';
import { AppError } from '@tikethet/shared/errors';
import { LIMITS } from '@tikethet/shared/tickets';
import type { Ctx } from '../context';
import { emitCard } from './emitCard';
import { lockCustomer } from './lockCustomer';
import { showCard } from './showCard';

export interface TagCustomerInput {
  id: string;
  add: readonly string[];
  remove: readonly string[];
}

/**
 * Adds tags to a customer and takes others away: two people who do so at once do not undo each
 * other's.
 * @throws AppError `not_found`, `validation_failed` (too many)
 */
export async function tagCustomer(ctx: Ctx, input: TagCustomerInput): Promise<CustomerCard> {
  const customer = await lockCustomer(ctx, input.id);
  const table = () =>
    ctx.trx<{ customer_id: string; tag: string }>('customer_tags').where({ customer_id: input.id });
  const removed = await table()
    .whereIn('tag', [...input.remove])
    .delete();
  const rows = [...new Set(input.add)].map((tag) => ({ customer_id: input.id, tag }));
  const added =
    rows.length === 0
      ? []
      : await ctx.trx('customer_tags').insert(rows).onConflict().ignore().returning('tag');
  if (added.length > 0 && (await table()).length > LIMITS.tags) {
    throw new AppError('validation_failed', {
      issues: [{ path: 'add', message: `at most ${LIMITS.tags} tags` }],
    });
  }
  if (removed > 0 || added.length > 0) await emitCard(ctx, customer);
  return showCard(ctx, input);
}
