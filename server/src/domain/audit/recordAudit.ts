import type { AuditAction, AuditTarget } from '@tikethet/shared/audit';
import { inserting } from '../../db/gather';
import { newId } from '../../db/ids';
import type { Ctx } from '../context';

export interface AuditEntry {
  action: AuditAction;
  targetType: AuditTarget;
  /** null: there is only one, or its name says which. */
  targetId: string | null;
  before?: unknown;
  after?: unknown;
}

const insert = inserting('audit_log');

/** Keeps who did what, in the transaction that does it. */
export async function recordAudit(ctx: Ctx, entry: AuditEntry): Promise<void> {
  await insert(ctx.trx, {
    id: newId(),
    actor_id: ctx.actor.person?.id ?? null,
    action: entry.action,
    target_type: entry.targetType,
    target_id: entry.targetId,
    before: entry.before === undefined ? null : JSON.stringify(entry.before),
    after: entry.after === undefined ? null : JSON.stringify(entry.after),
    at: ctx.now,
  });
}
