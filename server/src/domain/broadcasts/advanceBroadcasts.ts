import { SYSTEM, type Ctx } from '../context';
import { LANES, queueDelivery } from '../deliveries/queueDelivery';
import type { Desk } from '../desk';
import { Broadcast } from './broadcast';
import { emitBroadcast } from './emitBroadcast';
import { queueProgress, queueResult } from './queueProgress';
import { segmentScope } from './segment';

/** Recipients written down in one transaction. */
const PREPARE = 5_000;
/** Deliveries of a broadcast that wait in the sender's queue: two to four seconds of work. */
const SLICE = 100;
/** The queue is filled up when it has shrunk to this. */
const REFILL = 50;
/** Milliseconds between two updates of the progress message. */
const PROGRESS_EVERY = 3_000;
/** Milliseconds for which an author watches; later the result comes as a message that rings. */
const WATCHED_FOR = 60_000;
/** Broadcasts that go on at the same time. */
const AT_ONCE = 5;

/**
 * Takes the broadcasts under way a step further, one transaction each: writes down recipients,
 * puts a slice of them into the sender's queue, closes what is through. All that a step goes by
 * is in the database, so after a crash it goes on where it was; several processes share the work.
 * @returns whether there is more to do at once
 */
export async function advanceBroadcasts(desk: Desk): Promise<boolean> {
  const running = await Broadcast.query(desk.db)
    .whereIn('state', ['PREPARING', 'SENDING'])
    .orderBy('startedAt')
    .limit(AT_ONCE)
    .select('id');
  let more = false;
  for (const { id } of running) {
    if (await desk.run(SYSTEM, (ctx) => advance(ctx, id))) more = true;
  }
  return more;
}

async function advance(ctx: Ctx, id: string): Promise<boolean> {
  const broadcast = await Broadcast.query(ctx.trx).findById(id).forUpdate().skipLocked();
  if (broadcast?.state === 'PREPARING') return prepare(ctx, broadcast);
  if (broadcast?.state !== 'SENDING') return false;
  const { unfinished, waiting } = await countOpen(ctx, broadcast);
  if (unfinished + waiting === 0) {
    await finish(ctx, broadcast);
    return false;
  }
  if (unfinished <= REFILL && waiting > 0) await queueSlice(ctx, broadcast, SLICE - unfinished);
  const last = broadcast.progressAt?.getTime() ?? 0;
  if (ctx.now.getTime() - last >= PROGRESS_EVERY) await queueProgress(ctx, broadcast);
  return false;
}

/** Writes down the next recipients, in the order of their ids. */
async function prepare(ctx: Ctx, broadcast: Broadcast): Promise<boolean> {
  const { id, segment, authorId, startedAt, preparedUpTo } = broadcast;
  const since = startedAt ?? ctx.now;
  const scope = segmentScope(segment, authorId, since);
  const result = await ctx.trx.raw<{ rows: { count: number; last: string | null }[] }>(
    `with batch as (
       select users.id from users
       where ${preparedUpTo === null ? 'true' : 'users.id > ?'} and users.created_at <= ?
         and ${scope.sql}
       order by users.id limit ${PREPARE}
     ), written as (
       insert into broadcast_recipients (broadcast_id, user_id, state)
       select ?, batch.id, 'WAITING' from batch on conflict do nothing
     )
     select count(*), (select id from batch order by id desc limit 1) as last from batch`,
    [...(preparedUpTo === null ? [] : [preparedUpTo]), since, ...scope.bindings, id],
  );
  const { count = 0, last = null } = result.rows[0] ?? {};
  const through = count < PREPARE;
  await broadcast.$query(ctx.trx).patch({
    recipients: broadcast.recipients + count,
    preparedUpTo: last ?? preparedUpTo,
    ...(through ? { state: 'SENDING' } : {}),
  });
  return true;
}

/** How many are in the sender's queue, and (up to a slice) how many are not yet. */
async function countOpen(
  ctx: Ctx,
  { id }: Broadcast,
): Promise<{ unfinished: number; waiting: number }> {
  const result = await ctx.trx.raw<{ rows: { unfinished: number; waiting: number }[] }>(
    `select
       (select count(*) from broadcast_recipients
        where broadcast_id = ? and state = 'QUEUED') as unfinished,
       (select count(*) from (select 1 from broadcast_recipients
        where broadcast_id = ? and state = 'WAITING' limit ${SLICE}) as batch) as waiting`,
    [id, id],
  );
  return result.rows[0] ?? { unfinished: 0, waiting: 0 };
}

/** Whoever has blocked the bot or lost access since they were written down is passed over. */
async function queueSlice(ctx: Ctx, { id }: Broadcast, size: number): Promise<void> {
  const result = await ctx.trx.raw<{
    rows: { user_id: string; telegram_id: number | null; reachable: boolean }[];
  }>(
    `select recipient.user_id, users.telegram_id,
       users.is_active and users.bot_blocked_at is null
         and users.telegram_id is not null as reachable
     from broadcast_recipients recipient join users on users.id = recipient.user_id
     where recipient.broadcast_id = ? and recipient.state = 'WAITING' limit ?`,
    [id, size],
  );
  const mark = (userIds: string[], state: string, reason: string | null) =>
    ctx
      .trx('broadcast_recipients')
      .where({ broadcast_id: id })
      .whereIn('user_id', userIds)
      .update({ state, reason });
  const gone = result.rows.filter((row) => !row.reachable).map((row) => row.user_id);
  if (gone.length > 0) await mark(gone, 'FAILED', 'not_reachable');
  const reached = result.rows.filter((row) => row.reachable);
  for (const { user_id: userId, telegram_id: chatId } of reached) {
    if (chatId === null) continue;
    await queueDelivery(ctx, {
      chatId,
      userId,
      kind: 'BROADCAST',
      lane: LANES.broadcast,
      payload: { broadcastId: id },
    });
  }
  const queued = reached.map((row) => row.user_id);
  if (queued.length > 0) await mark(queued, 'QUEUED', null);
}

async function finish(ctx: Ctx, broadcast: Broadcast): Promise<void> {
  const done = await broadcast.patched(ctx.trx, { state: 'DONE', finishedAt: ctx.now });
  await emitBroadcast(ctx, done);
  await queueProgress(ctx, done);
  const took = ctx.now.getTime() - (done.startedAt ?? ctx.now).getTime();
  if (took > WATCHED_FOR) await queueResult(ctx, done);
}
