import type { Broadcast as BroadcastResource } from '@tikethet/shared/contracts';
import { emit, type Ctx } from '../context';
import type { Broadcast } from './broadcast';
import { showBroadcast } from './showBroadcast';

/** Tells everybody who may send broadcasts what became of one: started, stopped, done. */
export async function emitBroadcast(ctx: Ctx, broadcast: Broadcast): Promise<BroadcastResource> {
  const data = await showBroadcast(ctx.trx, broadcast);
  await emit(ctx, {
    type: 'broadcast.changed',
    ticketId: null,
    audience: { staff: ['broadcasts'], customer: [], hidden: [] },
    data,
    customerData: null,
  });
  return data;
}
