import type { Ctx } from '../context';
import type { DeliveryKind } from './queueDelivery';

/** Telegram advises at most 30 calls a second; 25 steady and 5 at once stay below in any second. */
const CALL_INTERVAL = 40;
const CALL_BURST = 5;
/** At most one message a second to a chat, of which three may go at once: people talk in bursts. */
const CHAT_INTERVAL = 1_000;
const CHAT_BURST = 3;
/** Waiting chats looked at in one go. */
const LOOK_AT = 100;

export interface ClaimedDelivery {
  id: string;
  chatId: number;
  userId: string | null;
  ticketId: string | null;
  messageId: string | null;
  kind: DeliveryKind;
  payload: unknown;
  /** Calls of this delivery that are done. */
  partsSent: number;
  attempts: number;
  /** How often staff asked for it to be sent again. */
  resends: number;
  /** The bot whose words these are, or that has begun to send it; null: any. */
  botId: number | null;
  /** Until when the claim holds; also tells this claim from others of the same delivery. */
  leaseUntil: Date;
}

interface HeadRow {
  id: string;
  chat_id: number;
  user_id: string | null;
  ticket_id: string | null;
  message_id: string | null;
  kind: DeliveryKind;
  payload: unknown;
  parts_sent: number;
  attempts: number;
  resends: number;
  bot_id: number | null;
  /** Puts no message into the chat, so that the chat's budget is not spent. */
  free: boolean;
  ready_at: Date;
}

/**
 * The first waiting delivery of each chat that has none on its way, with the moment from which the
 * chat's budget allows it. Chats are found by hopping through the index.
 */
const HEADS = `
  with recursive chats as (
    (select chat_id from deliveries where state in ('QUEUED', 'SENDING') order by chat_id limit 1)
    union all
    select (select chat_id from deliveries
            where state in ('QUEUED', 'SENDING') and chat_id > chats.chat_id
            order by chat_id limit 1)
    from chats where chats.chat_id is not null
  ), heads as (
    select head.*,
      greatest(head.next_attempt_at, chat.paused_until, case when not head.free
        then chat.next_send_at - ? * interval '1 millisecond' end) as ready_at
    from chats
    cross join lateral (
      select deliveries.*,
        kind in ('MENU', 'REACTION', 'NOTICE_EDIT')
          or kind = 'BROADCAST_PROGRESS' and payload->>'messageId' is not null
          or kind = 'CALL' and payload->>'method' not like 'send%'
          or coalesce(person.bot_blocked_at is not null and resends = 0, false) as free
      from deliveries
      left join users person on person.id = deliveries.user_id
      where deliveries.chat_id = chats.chat_id and state in ('QUEUED', 'SENDING')
      order by lane, seq limit 1
    ) as head
    left join telegram_chats chat on chat.bot_id = ? and chat.chat_id = chats.chat_id
    where head.state = 'QUEUED' and not exists (
      select 1 from deliveries sending
      where sending.chat_id = chats.chat_id and sending.state = 'SENDING'
    )
  )
  select * from heads order by greatest(ready_at, ?), lane, seq limit ${LOOK_AT}`;

/**
 * Takes deliveries to send now: one per chat, in the order of lanes, within both budgets, which are
 * kept in the database so that several processes obey them together. The claim must be committed
 * before the call.
 * @param most how many at the most
 * @param leaseMs how long a claim of a kind holds; after that nobody knows whether the call was made
 * @returns what to send, and when to look again (null: nothing waits)
 */
export async function claimDeliveries(
  ctx: Ctx,
  botId: number,
  most: number,
  leaseMs: (kind: DeliveryKind) => number,
): Promise<{ claimed: ClaimedDelivery[]; nextAt: Date | null }> {
  const now = ctx.now.getTime();
  const bot = await ctx
    .trx<{ bot_id: number; next_send_at: Date; paused_until: Date | null }>('telegram_bots')
    .where({ bot_id: botId })
    .first('next_send_at', 'paused_until')
    .forUpdate();
  if (bot === undefined) return { claimed: [], nextAt: null };
  if (bot.paused_until !== null && bot.paused_until > ctx.now) {
    return { claimed: [], nextAt: bot.paused_until };
  }
  const slack = (CHAT_BURST - 1) * CHAT_INTERVAL;
  const heads = (await ctx.trx.raw<{ rows: HeadRow[] }>(HEADS, [slack, botId, ctx.now])).rows;
  let nextCall = bot.next_send_at.getTime();
  const claimed: ClaimedDelivery[] = [];
  let nextAt: number | null = null;
  for (const head of heads) {
    const callFrom = nextCall - (CALL_BURST - 1) * CALL_INTERVAL;
    const readyAt = Math.max(head.ready_at.getTime(), callFrom);
    const free = readyAt <= now && claimed.length < most;
    if (!free || !(await spendChatBudget(ctx, botId, head))) {
      nextAt = Math.min(nextAt ?? Infinity, Math.max(readyAt, now + CALL_INTERVAL));
      continue;
    }
    nextCall = Math.max(nextCall, now) + CALL_INTERVAL;
    claimed.push(claimOf(head, botId, new Date(now + leaseMs(head.kind))));
  }
  if (claimed.length > 0) {
    for (const { id, leaseUntil, attempts, botId: owner } of claimed) {
      await ctx
        .trx('deliveries')
        .where({ id })
        .update({ state: 'SENDING', lease_until: leaseUntil, attempts, bot_id: owner ?? botId });
    }
    await ctx
      .trx('telegram_bots')
      .where({ bot_id: botId })
      .update({ next_send_at: new Date(nextCall) });
  }
  return { claimed, nextAt: nextAt === null ? null : new Date(nextAt) };
}

/** False when the chat's row is locked by whoever handles its updates: a moment later, then. */
async function spendChatBudget(ctx: Ctx, botId: number, head: HeadRow): Promise<boolean> {
  if (head.free) return true;
  const place = { bot_id: botId, chat_id: head.chat_id };
  await ctx
    .trx('telegram_chats')
    .insert({ ...place, next_send_at: ctx.now })
    .onConflict()
    .ignore();
  const chat = await ctx
    .trx<{ next_send_at: Date }>('telegram_chats')
    .where(place)
    .first('next_send_at')
    .forUpdate()
    .skipLocked();
  if (chat === undefined) return false;
  const from = Math.max(chat.next_send_at.getTime(), ctx.now.getTime());
  await ctx
    .trx('telegram_chats')
    .where(place)
    .update({ next_send_at: new Date(from + CHAT_INTERVAL) });
  return true;
}

/** What another bot has begun stands in its chat, not in this one's: it begins anew. */
function claimOf(head: HeadRow, botId: number, leaseUntil: Date): ClaimedDelivery {
  const own = head.kind === 'CALL' ? head.bot_id : botId;
  return {
    id: head.id,
    chatId: head.chat_id,
    userId: head.user_id,
    ticketId: head.ticket_id,
    messageId: head.message_id,
    kind: head.kind,
    payload: head.payload,
    partsSent: head.bot_id === null || head.bot_id === botId ? head.parts_sent : 0,
    attempts: head.attempts + 1,
    resends: head.resends,
    botId: own,
    leaseUntil,
  };
}
