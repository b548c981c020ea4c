import { AppError } from '@tikethet/shared/errors';
import type { Ctx } from '../context';
import { emitChatChange } from '../conversations/emitMessage';
import { emitUser } from '../people/meetPerson';
import { noteBroadcastOutcome } from '../broadcasts/noteOutcome';
import { noteNoticeSent } from '../notices/noteNoticeSent';
import { tellAuthor } from './tellAuthor';
import { User } from '../people/user';
import { forgetChatMessages, rememberChatMessage } from '../telegram/chatMessages';
import { noteRateLimit, pauseBot } from '../telegram/pauses';
import { lockVisibleTicket } from '../tickets/loadTickets';
import type { TicketInFull } from '../tickets/ticket';
import type { ClaimedDelivery } from './claimDeliveries';
import { emitDelivery } from './emitDelivery';
import type { DeliveryOutcome, SentPart } from './outcome';

/** Backoff has reached its longest pause by then; what was not reached counts no further. */
const MOST_UNREACHED = 6;
const DETAIL_LENGTH = 500;

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
  if (outcome.state === 'FAILED' && outcome.reason === 'blocked_by_user') {
    await markBotBlocked(ctx, claim.userId);
  }
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
      attempts: attemptsAfter(claim, outcome),
      reason: outcome.state === 'SENT' ? null : outcome.reason,
      detail: outcome.state === 'SENT' ? null : outcome.detail.slice(0, DETAIL_LENGTH),
      next_attempt_at: outcome.state === 'QUEUED' ? outcome.retryAt : ctx.now,
      finished_at: finished ? ctx.now : null,
      ...(outcome.state === 'QUEUED' && outcome.moveTo !== null ? { chat_id: outcome.moveTo } : {}),
    });
  if (changed === 0) return;
  if (outcome.state === 'SENT' && claim.ticketId !== null) {
    await rememberParts(ctx, botId, claim, claim.ticketId, outcome.parts);
    await forgetChatMessages(ctx, { botId, chatId: claim.chatId }, outcome.removed);
  }
  if (claim.kind === 'BROADCAST' && state !== 'QUEUED') {
    const reason = outcome.state === 'SENT' ? null : outcome.reason;
    await noteBroadcastOutcome(ctx, claim, state, reason);
  }
  if (claim.kind === 'NOTICE' && outcome.state === 'SENT')
    await noteNotice(ctx, botId, claim, outcome);
  if (outcome.state === 'QUEUED') await keepQuiet(ctx, botId, claim, outcome);
  // While it waits, the first failure is told: why it is not there yet.
  const told = finished || (outcome.state === 'QUEUED' && claim.attempts === 1);
  if (claim.kind === 'MESSAGE' && told && full !== null && claim.messageId !== null) {
    await emitDelivery(ctx, full, claim.messageId, {
      state,
      reason: outcome.state === 'SENT' ? null : outcome.reason,
      detail: outcome.state === 'SENT' ? null : outcome.detail.slice(0, DETAIL_LENGTH),
    });
    if (state === 'FAILED' || state === 'UNKNOWN') await tellAuthor(ctx, full, claim.messageId);
  }
  const changesChat = claim.kind === 'MESSAGE_EDIT' || claim.kind === 'MESSAGE_DELETE';
  if (changesChat && finished && full !== null && claim.messageId !== null) {
    await emitChatChange(ctx, full, claim.messageId);
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

async function noteNotice(
  ctx: Ctx,
  botId: number,
  { ticketId, userId }: ClaimedDelivery,
  { parts: [part] }: Extract<DeliveryOutcome, { state: 'SENT' }>,
): Promise<void> {
  if (ticketId === null || userId === null || part === undefined) return;
  const { telegramMessageId } = part;
  await noteNoticeSent(ctx, { ticketId, userId, botId, telegramMessageId });
}

async function keepQuiet(
  ctx: Ctx,
  botId: number,
  { chatId }: ClaimedDelivery,
  { pause, retryAt }: Extract<DeliveryOutcome, { state: 'QUEUED' }>,
): Promise<void> {
  if (pause === 'rate_limited') await noteRateLimit(ctx, { botId, chatId }, retryAt);
  if (pause === 'token_revoked') await pauseBot(ctx, botId, retryAt, pause);
}

/** Pauses are not the delivery's fault, and what was not reached says nothing of it either. */
function attemptsAfter(claim: ClaimedDelivery, outcome: DeliveryOutcome): number {
  if (outcome.state === 'SENT') return 0;
  if (outcome.state === 'QUEUED' && outcome.pause !== null) return claim.attempts - 1;
  if (outcome.reason === 'unreachable') return Math.min(claim.attempts, MOST_UNREACHED);
  return claim.attempts;
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
      resends: row.resends,
      botId: row.bot_id,
      leaseUntil: row.lease_until,
    };
    await finishDelivery(ctx, botId, claim, {
      state: 'UNKNOWN',
      reason: 'no_answer',
      detail: 'the sending process ended',
    });
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
  resends: number;
  bot_id: number | null;
  lease_until: Date;
}
