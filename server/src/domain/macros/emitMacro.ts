import type { Macro as MacroResource } from '@tikethet/shared/contracts';
import type { Audience } from '../../feed/audience';
import { recordAudit } from '../audit/recordAudit';
import { emit, type Ctx } from '../context';
import { presentMacro, type Macro } from './macro';

/** Those who can use it. */
export function macroAudience({ ownerId }: Pick<Macro, 'ownerId'>): Audience {
  return { staff: [ownerId === null ? 'team' : `user:${ownerId}`], customer: [], hidden: [] };
}

/**
 * Tells those who can use it, and the audit log when it is the team's: one's own macros are one's
 * own business.
 */
export async function announceMacro(
  ctx: Ctx,
  action: 'macro.created' | 'macro.changed',
  macro: Macro,
  before?: MacroResource,
): Promise<void> {
  const after = presentMacro(macro);
  if (macro.ownerId === null) {
    await recordAudit(ctx, { action, targetType: 'macro', targetId: macro.id, before, after });
  }
  await emit(ctx, {
    type: 'macro.changed',
    ticketId: null,
    audience: macroAudience(macro),
    data: after,
    customerData: null,
  });
}
