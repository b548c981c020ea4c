import { AppError } from '@tikethet/shared/errors';
import { unsortedCategory } from '../../domain/categories/activeCategories';
import { findOwnMessage } from '../../domain/conversations/findOwnMessage';
import { moveMessages } from '../../domain/conversations/moveMessages';
import { shownText } from '../../domain/conversations/preview';
import { aimChatMessage } from '../../domain/telegram/chatMessages';
import { patchChat } from '../../domain/telegram/chats';
import { findOwnTicket, latestOwnTickets, messageTaker } from '../../domain/tickets/ownTickets';
import type { Message } from '../../domain/conversations/message';
import { titleOf } from '../content/openTicket';
import { moveKeyboard, whereToKeyboard } from '../keyboards';
import type { Turn } from '../turn';
import type { Callback } from './callback';

/** Tickets offered as buttons. */
const OFFERED = 6;

/** The message of a button, while it still stands where it was. */
async function standing(turn: Turn, messageId: string): Promise<Message | null> {
  const message = await findOwnMessage(turn.ctx, messageId);
  if (message === null) throw new AppError('not_found', { resource: 'message' });
  return message.deletedAt === null ? message : null;
}

/** The customer wants a message somewhere else: where? */
export const askWhereTo: Callback<'move'> = async (turn, [messageId], press) => {
  const { ctx, language } = turn;
  const message = await standing(turn, messageId);
  const ticket = message && (await findOwnTicket(ctx, { id: message.ticketId }));
  if (message === null || ticket === null) return { text: turn.plain('move.already') };
  const latest = await latestOwnTickets(ctx, OFFERED + 1);
  const takes = await messageTaker(ctx);
  const others = latest.filter((one) => one.id !== ticket.id && takes(one));
  const { number, title } = ticket;
  await turn.replace(
    press.messageId,
    turn.t('move.ask', { number, title }),
    whereToKeyboard(language, messageId, others.slice(0, OFFERED)),
  );
};

/** Moves it, with what was written right after it, and goes on there. */
export const moveMessage: Callback<'moveTo'> = async (turn, [messageId, ticketId], press) => {
  const { ctx, chat, language } = turn;
  const message = await standing(turn, messageId);
  if (message === null) return { text: turn.plain('move.already') };
  const text = shownText(message.content, message.format);
  const { kind, extra } = message;
  const to =
    ticketId === '-'
      ? {
          title: titleOf(turn, { text, kind, extra }),
          categoryId: (await unsortedCategory(ctx)).id,
        }
      : { ticketId };
  const moved = await moveMessages(ctx, { messageId, to });
  const { number, title, id } = moved.full.ticket;
  await patchChat(ctx, chat, { currentTicketId: id, dialogue: null });
  await aimChatMessage(ctx, chat, press.messageId, id);
  const words = turn.t('move.done', { count: moved.count, number, title });
  // The first message of a new ticket stays there: without it there would be none.
  const keyboard = ticketId === '-' ? undefined : moveKeyboard(language, moved.messageId);
  await turn.replace(press.messageId, words, keyboard);
};

/** On second thoughts it is right where it is. */
export const leaveMessage: Callback<'stay'> = async (turn, [messageId], press) => {
  const message = await standing(turn, messageId);
  const ticket = message && (await findOwnTicket(turn.ctx, { id: message.ticketId }));
  if (ticket === null) return { text: turn.plain('move.already') };
  const { number, title } = ticket;
  await turn.replace(
    press.messageId,
    turn.t('ticket.wentTo', { number, title }),
    moveKeyboard(turn.language, messageId),
  );
};
