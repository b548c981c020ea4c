import type { ScheduledMessage as ScheduledResource } from '@tikethet/shared/contracts';
import type { Ctx } from '../context';
import { sendAtOf } from './createScheduled';
import { emitScheduled } from './emitScheduled';
import { lockScheduled } from './lockScheduled';

/**
 * Gives a waiting reply another time. One that was held is tried again then: whoever sets it has
 * seen why it was held.
 * @throws AppError `not_found`, `forbidden`, `validation_failed`
 */
export async function changeScheduled(
  ctx: Ctx,
  input: { id: string; sendAt: string },
): Promise<ScheduledResource> {
  const { full, row } = await lockScheduled(ctx, input.id);
  const known = row.state === 'HELD' ? { seen: null } : {};
  const changed = await row.patched(ctx.trx, {
    ...known,
    sendAt: sendAtOf(ctx, input.sendAt),
    state: 'WAITING',
    problem: null,
  });
  return emitScheduled(ctx, full, changed);
}
