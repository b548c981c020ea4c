import { recordAudit } from '../audit/recordAudit';
import { emit, requirePermission, type Ctx } from '../context';
import { macroAudience } from './emitMacro';
import { findMacro, presentMacro, requireMayChange } from './macro';

/**
 * Removes a macro; the audit log keeps what the team's said.
 * @throws AppError `forbidden`
 */
export async function deleteMacro(ctx: Ctx, { id }: { id: string }): Promise<void> {
  requirePermission(ctx, 'ticket.viewPool');
  const macro = await findMacro(ctx, id);
  if (macro === null) return;
  requireMayChange(ctx, macro);
  await macro.$query(ctx.trx).delete();
  if (macro.ownerId === null) {
    await recordAudit(ctx, {
      action: 'macro.deleted',
      targetType: 'macro',
      targetId: id,
      before: presentMacro(macro),
    });
  }
  await emit(ctx, {
    type: 'macro.deleted',
    ticketId: null,
    audience: macroAudience(macro),
    data: { id },
    customerData: null,
  });
}
