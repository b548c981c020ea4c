import type { Role } from '@tikethet/shared/permissions';
import type { TicketStatus } from '@tikethet/shared/tickets';
import { inserting } from '../../db/gather';
import { newId } from '../../db/ids';
import type { Ctx } from '../context';
import type { User } from '../people/user';

/** What goes to Telegram, by kind; the sender turns it into calls when its turn comes. */
export interface DeliveryPayloads {
  /** A message of a ticket, to its customer. */
  MESSAGE: Record<string, never>;
  /** The message's text changed. */
  MESSAGE_EDIT: Record<string, never>;
  MESSAGE_DELETE: Record<string, never>;
  /** The staff's newest reaction to the message, as it is when its turn comes. */
  REACTION: Record<string, never>;
  /** Tells the customer of a status; RESOLVED also asks for a rating. */
  STATUS: { status: TicketStatus; staffName: string | null };
  /** Tells a member of staff; what it says is in `staff_notices`. */
  NOTICE: Record<string, never>;
  /** Has the notice that stands in the chat say what the ticket is by now. */
  NOTICE_EDIT: Record<string, never>;
  /** Somebody gave the person another role. */
  ROLE: { role: Role; before: Role; byName: string };
  /** An invitation to the team that carries the person's name. */
  INVITATION: { invitationId: string; role: Role; byName: string; expiresAt: string };
  /** `preview`: to its author alone. */
  BROADCAST: { broadcastId: string; preview?: boolean };
  /** How far it is, in the author's message that shows it, or (null) in a new one. */
  BROADCAST_PROGRESS: { broadcastId: string; messageId: number | null };
  /** The command menu of a person's chat, as their role and language are when its turn comes. */
  MENU: Record<string, never>;
  /** Tells a DEVELOPER of trouble between the desk and Telegram, or of its end. */
  ALERT: { incident: 'webhook' | 'conflict' | 'token'; detail: string; mended: boolean };
  /** The bot's own words: one call of the Bot API. */
  CALL: { method: string; params: Record<string, unknown> };
}
export type DeliveryKind = keyof DeliveryPayloads;

/** Order between deliveries of a chat and between chats: lower goes first. */
export const LANES = {
  /** Answers to pressed buttons: whoever pressed one looks at a waiting sign until it comes. */
  press: -1,
  person: 0,
  notice: 1,
  broadcast: 2,
} as const;

export interface NewDelivery<K extends DeliveryKind> {
  chatId: number;
  userId: string | null;
  kind: K;
  lane: (typeof LANES)[keyof typeof LANES];
  payload: DeliveryPayloads[K];
  ticketId?: string;
  messageId?: string;
  /** The bot whose words these are: another one does not say them. */
  botId?: number;
}

const insert = inserting('deliveries');

/** Queues something for Telegram in the transaction that is its reason. */
export async function queueDelivery<K extends DeliveryKind>(
  ctx: Ctx,
  delivery: NewDelivery<K>,
): Promise<string> {
  const id = newId();
  await insert(ctx.trx, {
    id,
    chat_id: delivery.chatId,
    user_id: delivery.userId,
    ticket_id: delivery.ticketId ?? null,
    message_id: delivery.messageId ?? null,
    bot_id: delivery.botId ?? null,
    kind: delivery.kind,
    lane: delivery.lane,
    payload: JSON.stringify(delivery.payload),
    state: 'QUEUED',
    next_attempt_at: ctx.now,
    created_at: ctx.now,
  });
  ctx.wakes.add('deliveries');
  return id;
}

/** The chat in which the bot may write to a person, or null. */
export function chatOf(user: User): number | null {
  return user.botStartedAt === null ? null : user.telegramId;
}

/** Queues something for a person, if the bot may write to them. Chat id = user id in private chats. */
export async function deliverTo<K extends DeliveryKind>(
  ctx: Ctx,
  user: User,
  delivery: Omit<NewDelivery<K>, 'chatId' | 'userId'>,
): Promise<string | null> {
  const chatId = chatOf(user);
  if (chatId === null) return null;
  return queueDelivery(ctx, { ...delivery, chatId, userId: user.id });
}
