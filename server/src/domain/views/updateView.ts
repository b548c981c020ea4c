import type { ParsedInputOf, SavedView } from '@tikethet/shared/contracts';
import { AppError } from '@tikethet/shared/errors';
import { recordAudit } from '../audit/recordAudit';
import { requirePermission, type Ctx } from '../context';
import { emitView } from './emitView';
import { presentView, requireChangeable, visibleViews } from './view';

/**
 * Renames a view, changes its list, shares it with the team or takes it back.
 * @throws AppError `not_found`, `forbidden`
 */
export async function updateView(
  ctx: Ctx,
  { id, ...changes }: ParsedInputOf<'views.update'>,
): Promise<SavedView> {
  const before = await visibleViews(ctx).findById(id).forUpdate();
  if (before === undefined) throw new AppError('not_found', { resource: 'view' });
  requireChangeable(ctx, before);
  if (changes.shared === true && !before.shared) requirePermission(ctx, 'view.share');
  const view = await before.patched(ctx.trx, { ...changes, updatedAt: ctx.now });
  await emitView(ctx, view, before);
  const after = presentView(view);
  if (before.shared || view.shared) {
    await recordAudit(ctx, {
      action: 'view.changed',
      targetType: 'view',
      targetId: id,
      before: presentView(before),
      after,
    });
  }
  return after;
}
