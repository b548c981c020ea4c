import type { Broadcast as BroadcastResource } from '@tikethet/shared/contracts';
import { isUnderWay } from '@tikethet/shared/broadcasts';
import { recordAudit } from '../audit/recordAudit';
import type { Ctx } from '../context';
import type { Broadcast } from './broadcast';
import { emitBroadcast } from './emitBroadcast';
import { lockBroadcast } from './loadBroadcast';
import { queueProgress } from './queueProgress';
import { showBroadcast } from './showBroadcast';

/**
 * Stops a broadcast: what has not left stays here, for good. Whatever the bot is handing over at
 * this moment still arrives. One that is over stays as it is, a draft is thrown away.
 * @throws AppError `forbidden`, `not_found`
 */
export async function stopBroadcast(ctx: Ctx, { id }: { id: string }): Promise<BroadcastResource> {
  // Claims are made under the bot's row: none is made while what waits is taken out.
  await ctx.trx.raw('select 1 from telegram_bots for update');
  const broadcast = await lockBroadcast(ctx, id);
  if (broadcast.state === 'DRAFT') {
    const shown = await showBroadcast(ctx.trx, broadcast);
    await broadcast.$query(ctx.trx).delete();
    return { ...shown, state: 'STOPPED' };
  }
  if (!isUnderWay(broadcast.state)) return showBroadcast(ctx.trx, broadcast);
  await takeOutWaiting(ctx, broadcast);
  const stopped = await broadcast.patched(ctx.trx, { state: 'STOPPED', finishedAt: ctx.now });
  const shown = await emitBroadcast(ctx, stopped);
  await recordAudit(ctx, {
    action: 'broadcast.stopped',
    targetType: 'broadcast',
    targetId: id,
    after: shown.counts,
  });
  await queueProgress(ctx, stopped);
  return shown;
}

/** Deliveries that nobody has claimed yet disappear; their people were not written to. */
async function takeOutWaiting(ctx: Ctx, { id }: Broadcast): Promise<void> {
  await ctx.trx.raw(
    `with gone as (
       delete from deliveries
       where state = 'QUEUED' and kind = 'BROADCAST' and payload->>'broadcastId' = ?
       returning user_id
     )
     update broadcast_recipients set state = 'WAITING'
     where broadcast_id = ? and state = 'QUEUED' and user_id in (select user_id from gone)`,
    [id, id],
  );
}
