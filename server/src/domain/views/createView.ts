import type { ParsedInputOf, SavedView } from '@tikethet/shared/contracts';
import { AppError } from '@tikethet/shared/errors';
import { LIMITS } from '@tikethet/shared/tickets';
import { recordAudit } from '../audit/recordAudit';
import { requirePermission, type Ctx } from '../context';
import { emitView } from './emitView';
import { presentView, View } from './view';

/**
 * Keeps a list under a name.
 * @throws AppError `forbidden` (sharing), `already_exists`, `validation_failed` (too many)
 */
export async function createView(
  ctx: Ctx,
  input: ParsedInputOf<'views.create'>,
): Promise<SavedView> {
  const person = requirePermission(ctx, 'ticket.viewPool');
  if (input.shared) requirePermission(ctx, 'view.share');
  const kept = await View.query(ctx.trx).where('ownerId', person.id).resultSize();
  if (kept >= LIMITS.views) {
    const message = `a person keeps at most ${LIMITS.views} views`;
    throw new AppError('validation_failed', { issues: [{ path: '', message }] });
  }
  const { id, name, filters, shared } = input;
  if ((await View.query(ctx.trx).findById(id)) !== undefined) {
    throw new AppError('already_exists', { field: 'id' });
  }
  const view = await View.query(ctx.trx).insertAndFetch({
    id,
    ownerId: person.id,
    name,
    filters,
    shared,
    createdAt: ctx.now,
    updatedAt: ctx.now,
  });
  await emitView(ctx, view);
  const after = presentView(view);
  if (shared) {
    await recordAudit(ctx, { action: 'view.shared', targetType: 'view', targetId: id, after });
  }
  return after;
}
