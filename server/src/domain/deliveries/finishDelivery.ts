import { AppError } from '@tikethet/shared/errors';
import { emit, type Ctx } from '../context';
import { emitUser } from '../people/meetPerson';
import { User } from '../people/user';
import { forgetChatMessages, rememberChatMessage } from '../telegram/chatMessages';
import { lockVisibleTicket } from '../tickets/loadTickets';
import { audienceOf } from '../tickets/policy';
import type { TicketInFull } from '../tickets/ticket';
import type { ClaimedDelivery } from './claimDeliveries';

/** A message that now stands in the chat. */
export interface SentPart {
  telegramMessageId: number;
  /** Its place in the message; the pictures of an album share one. */
  part: number;
  hasCaption: boolean;
}

/** What became of one call. */
export type DeliveryOutcome =
  /** Telegram took it; `more`: further calls belong to the delivery. */
  | {
      state: 'SENT';
      parts: readonly SentPart[];
      /** Messages that no longer stand in the chat. */
      removed: readonly number[];
      more: boolean;
    }
  | { state: 'FAILED'; reason: string; botBlocked: boolean }
  /** The answer did not come: it may or may not have arrived. */
  | { state: 'UNKNOWN'; reason: string }
  /** It certainly had no effect; try again. `pause`: Telegram wants quiet until then. */
  | { state: 'QUEUED'; reason: string; retryAt: Date; pause: boolean };

/**
 * Records what became of a claimed delivery's call, remembers the messages in the chat, and tells
 * staff. A claim that has run out is answered only by success: then it is known after all.
 */
export async function finishDelivery(
  ctx: Ctx,
  botId: number,
  claim: ClaimedDelivery,
  outcome: DeliveryOutcome,
): Promise<void> {
  // People before tickets, as when an update is handled.
  if (outcome.state === 'FAILED' && outcome.botBlocked) await markBotBlocked(ctx, claim.userId);
  // The ticket's row is locked before its delivery; one of a deleted ticket has none.
  const full = claim.ticketId === null ? null : await lockTicket(ctx, claim.ticketId);
  const state = outcome.state === 'SENT' && outcome.more ? 'QUEUED' : outcome.state;
  const finished = state !== 'QUEUED';
  const changed = await ctx
    .trx('deliveries')
    .where({ id: claim.id, lease_until: claim.leaseUntil })
    .whereIn('state', outcome.state === 'SENT' ? ['SENDING', 'UNKNOWN'] : ['SENDING'])
    .update({
      state,
      parts_sent: claim.partsSent + (outcome.state === 'SENT' ? 1 : 0),
      ...(outcome.state === 'SENT' ? { attempts: 0 } : {}),
      reason: outcome.state === 'SENT' ? null : outcome.reason,
      next_attempt_at: outcome.state === 'QUEUED' ? outcome.retryAt : ctx.now,
      finished_at: finished ? ctx.now : null,
    });
  if (changed === 0) return;
  if (outcome.state === 'SENT' && claim.ticketId !== null) {
    await rememberParts(ctx, botId, claim, claim.ticketId, outcome.parts);
    await forgetChatMessages(ctx, { botId, chatId: claim.chatId }, outcome.removed);
  }
  if (outcome.state === 'QUEUED' && outcome.pause) await pauseUntil(ctx, botId, outcome.retryAt);
  if (claim.kind === 'MESSAGE' && finished && full !== null && claim.messageId !== null) {
    await emit(ctx, {
      type: 'delivery.changed',
      ticketId: full.ticket.id,
      audience: audienceOf(full, { internal: true }),
      data: {
        messageId: claim.messageId,
        delivery: { state, reason: outcome.state === 'SENT' ? null : outcome.reason },
      },
      customerData: null,
    });
  }
  ctx.wakes.add('deliveries');
}

async function lockTicket(ctx: Ctx, ticketId: string): Promise<TicketInFull | null> {
  try {
    return (await lockVisibleTicket(ctx, ticketId)).full;
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  }
}

async function rememberParts(
  ctx: Ctx,
  botId: number,
  claim: ClaimedDelivery,
  ticketId: string,
  parts: readonly SentPart[],
): Promise<void> {
  for (const part of parts) {
    await rememberChatMessage(ctx, {
      botId,
      chatId: claim.chatId,
      telegramMessageId: part.telegramMessageId,
      ticketId,
      messageId: claim.messageId,
      part: part.part,
      hasCaption: part.hasCaption,
    });
  }
}

/** Telegram does not say whether the chat or the bot was too fast: both keep quiet. */
async function pauseUntil(ctx: Ctx, botId: number, until: Date): Promise<void> {
  await ctx
    .trx('telegram_bots')
    .where({ bot_id: botId })
    .update({ next_send_at: ctx.trx.raw('greatest(next_send_at, ?)', [until]) });
}

async function markBotBlocked(ctx: Ctx, userId: string | null): Promise<void> {
  if (userId === null) return;
  const user = await User.query(ctx.trx).findById(userId).forNoKeyUpdate();
  if (user === undefined || user.botBlockedAt !== null) return;
  await emitUser(ctx, await user.patched(ctx.trx, { botBlockedAt: ctx.now }));
}

/**
 * Claims whose time ran out: their process died between the call and its record, so nobody knows
 * whether it arrived; nothing is repeated by itself.
 */
export async function expireClaims(ctx: Ctx, botId: number): Promise<number> {
  const rows = await ctx
    .trx<ExpiredRow>('deliveries')
    .where('state', 'SENDING')
    .where('lease_until', '<', ctx.now)
    .orderBy('seq')
    .limit(1);
  for (const row of rows) {
    const claim: ClaimedDelivery = {
      id: row.id,
      chatId: row.chat_id,
      userId: row.user_id,
      ticketId: row.ticket_id,
      messageId: row.message_id,
      kind: row.kind,
      payload: row.payload,
      partsSent: row.parts_sent,
      attempts: row.attempts,
      leaseUntil: row.lease_until,
    };
    await finishDelivery(ctx, botId, claim, { state: 'UNKNOWN', reason: 'no answer' });
  }
  return rows.length;
}

interface ExpiredRow {
  id: string;
  seq: number;
  state: string;
  chat_id: number;
  user_id: string | null;
  ticket_id: string | null;
  message_id: string | null;
  kind: ClaimedDelivery['kind'];
  payload: unknown;
  parts_sent: number;
  attempts: number;
  lease_until: Date;
}
