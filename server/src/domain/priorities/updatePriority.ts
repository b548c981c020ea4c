import type { Priority as PriorityResource } from '@tikethet/shared/contracts';
import type { TicketPriority } from '@tikethet/shared/tickets';
import { recordAudit } from '../audit/recordAudit';
import { emit, requirePermission, type Ctx } from '../context';
import { refuseOverwrite } from '../refuseOverwrite';
import { presentPriority, Priority } from './priority';

export interface PriorityChanges {
  priority: TicketPriority;
  name?: string;
  nameEn?: string;
  /** #RRGGBB; null: the program's own. */
  color?: string | null;
  /** Minutes; null: no promise. */
  firstResponseMinutes?: number | null;
  resolutionMinutes?: number | null;
  /** The fields as the person saw them. */
  base?: Record<string, unknown>;
}

const PROMISES = ['firstResponseMinutes', 'resolutionMinutes'] as const;

/**
 * Changes what the desk makes of a priority. When it promises something else now, a job reckons
 * the open tickets anew.
 * @throws AppError `forbidden`, `conflict` with both values
 */
export async function updatePriority(
  ctx: Ctx,
  { priority, base, ...changes }: PriorityChanges,
): Promise<PriorityResource> {
  requirePermission(ctx, 'desk.manage');
  const before = await Priority.query(ctx.trx).findById(priority).forUpdate().throwIfNotFound();
  refuseOverwrite('priority', presentPriority(before, true), changes, base);
  const differs = (field: keyof typeof changes) =>
    changes[field] !== undefined && changes[field] !== before[field];
  if (!(Object.keys(changes) as (keyof typeof changes)[]).some(differs)) {
    return presentPriority(before, true);
  }
  const recount = before.recount || PROMISES.some(differs);
  await Priority.query(ctx.trx)
    .patch({ ...changes, recount })
    .where({ priority });
  const after = await Priority.query(ctx.trx).findById(priority).throwIfNotFound();
  await recordAudit(ctx, {
    action: 'priority.changed',
    targetType: 'priority',
    targetId: null,
    before: presentPriority(before, true),
    after: presentPriority(after, true),
  });
  await emit(ctx, {
    type: 'priority.changed',
    ticketId: null,
    audience: { staff: ['team'], customer: ['all'], hidden: [] },
    data: presentPriority(after, true),
    customerData: presentPriority(after, false),
  });
  return presentPriority(after, true);
}
