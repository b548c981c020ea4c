import { draftBroadcast } from '../../domain/broadcasts/draftBroadcast';
import { listBroadcasts } from '../../domain/broadcasts/listBroadcasts';
import { findBroadcast } from '../../domain/broadcasts/loadBroadcast';
import { showBroadcast } from '../../domain/broadcasts/showBroadcast';
import { startBroadcast } from '../../domain/broadcasts/startBroadcast';
import { stopBroadcast } from '../../domain/broadcasts/stopBroadcast';
import type { Handlers } from '../handler';

export const broadcastHandlers = {
  'broadcasts.list': listBroadcasts,
  'broadcasts.get': async (ctx, { id }) => showBroadcast(ctx.trx, await findBroadcast(ctx, id)),
  'broadcasts.create': async (ctx, input) =>
    showBroadcast(ctx.trx, await draftBroadcast(ctx, input)),
  'broadcasts.start': startBroadcast,
  'broadcasts.stop': stopBroadcast,
} satisfies Handlers<
  | 'broadcasts.list'
  | 'broadcasts.get'
  | 'broadcasts.create'
  | 'broadcasts.start'
  | 'broadcasts.stop'
>;
