import type { Ctx } from '../context';
import { removeScheduled } from './emitScheduled';
import { lockScheduled } from './lockScheduled';

/** Does not send it. @throws AppError `not_found`, `forbidden` */
export async function cancelScheduled(ctx: Ctx, input: { id: string }): Promise<void> {
  const { full, row } = await lockScheduled(ctx, input.id);
  await removeScheduled(ctx, full, row);
}
