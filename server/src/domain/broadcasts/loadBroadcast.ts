import { AppError } from '@tikethet/shared/errors';
import { requirePermission, type Ctx } from '../context';
import { Broadcast } from './broadcast';

/**
 * Locks a broadcast that the person may manage: any that was started, drafts of their own.
 * @throws AppError `forbidden`, `not_found`
 */
export async function lockBroadcast(ctx: Ctx, id: string): Promise<Broadcast> {
  const { id: personId } = requirePermission(ctx, 'broadcast.send');
  const broadcast = await Broadcast.query(ctx.trx).findById(id).forUpdate();
  if (broadcast === undefined || isOthersDraft(broadcast, personId)) {
    throw new AppError('not_found', { resource: 'broadcast' });
  }
  return broadcast;
}

/** The same without a lock. @throws AppError `forbidden`, `not_found` */
export async function findBroadcast(ctx: Ctx, id: string): Promise<Broadcast> {
  const { id: personId } = requirePermission(ctx, 'broadcast.send');
  const broadcast = await Broadcast.query(ctx.trx).findById(id);
  if (broadcast === undefined || isOthersDraft(broadcast, personId)) {
    throw new AppError('not_found', { resource: 'broadcast' });
  }
  return broadcast;
}

function isOthersDraft(broadcast: Broadcast, personId: string): boolean {
  return broadcast.state === 'DRAFT' && broadcast.authorId !== personId;
}
