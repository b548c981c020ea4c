import { recordAudit } from '../audit/recordAudit';
import type { Ctx } from '../context';
import { emitViewGone } from './emitView';
import { presentView, requireChangeable, visibleViews } from './view';

/** Removes a view; one that is gone, or out of sight, stays so. @throws AppError `forbidden` */
export async function deleteView(ctx: Ctx, { id }: { id: string }): Promise<void> {
  const view = await visibleViews(ctx).findById(id).forUpdate();
  if (view === undefined) return;
  requireChangeable(ctx, view);
  await view.$query(ctx.trx).delete();
  await emitViewGone(ctx, view);
  if (!view.shared) return;
  await recordAudit(ctx, {
    action: 'view.deleted',
    targetType: 'view',
    targetId: id,
    before: presentView(view),
  });
}
