import { isStaff } from '@tikethet/shared/permissions';
import { isReopening } from '@tikethet/shared/tickets';
import type { Message } from 'grammy/types';
import { addMessage } from '../../domain/conversations/addMessage';
import type { MessageContent } from '../../domain/conversations/appendMessage';
import { holdAlbum } from '../../domain/deliveries/holdAlbum';
import { patchChat } from '../../domain/telegram/chats';
import type { Ticket } from '../../domain/tickets/ticket';
import { quoteAbove } from '../formatting/fromEntities';
import { sayWhenFlooding, takeFile, withinTicketLimits } from '../limits';
import type { Turn } from '../turn';
import { askWhetherCustomer } from './asCustomer';
import { continueAlbum } from './continueAlbum';
import { findTarget, type Target } from './findTarget';
import { openTicket } from './openTicket';
import { readContent, type Content } from './readContent';
import { sayTooLarge } from './sayTooLarge';
import { sayWhereItWent } from './sayWhereItWent';
import { asWritten, confirmAnswer, mayAnswer } from './staffAnswer';

/**
 * A person wrote something that is no command: it continues a ticket or opens one.
 * @param asCustomer staff have said that they write as a customer
 */
export async function receiveContent(
  turn: Turn,
  message: Message,
  asCustomer = false,
): Promise<void> {
  const content = readContent(message);
  if (content === null) return;
  if (await continueAlbum(turn, message, content)) return;
  const target = await withinTicketLimits(turn, await findTarget(turn, message));
  const unsure = isStaff(turn.user.role) && target.kind === 'new' && !target.asked;
  if (unsure && !asCustomer) return askWhetherCustomer(turn);
  const answers = target.kind === 'ticket' && target.before === null;
  if (answers && !(await mayAnswer(turn, target.ticketId, content.text))) return;
  const file = content.file === null ? null : await takeFile(turn, content.file);
  const stored = storedAs(content, file === null ? [] : [file.id], target);
  const { ticket, messageId } =
    target.kind === 'new'
      ? await openTicket(turn, content, stored, target)
      : target.before === null
        ? await answerAsStaff(turn, message.message_id, content, stored, target.ticketId)
        : await continueTicket(turn, stored, target.ticketId, target.before);
  await turn.remember(message.message_id, {
    ticketId: ticket.id,
    messageId,
    hasCaption: content.text !== '',
    ...(content.mediaGroupId === null
      ? {}
      : { caption: { content: stored.content, format: stored.format } }),
  });
  if (file?.state === 'TOO_LARGE') await sayTooLarge(turn, ticket, file.size);
}

function storedAs(content: Content, attachmentIds: string[], target: Target): MessageContent {
  const { kind, quote, extra, mediaGroupId } = content;
  const replyToId = target.kind === 'new' ? null : target.replyToId;
  // What the quote is from does not stand in the ticket: then at least its words do.
  const words =
    replyToId === null && quote !== null ? quoteAbove(quote, content.words) : content.words;
  return {
    content: words.content,
    format: words.format,
    attachmentIds,
    kind,
    fromTelegram: true,
    ...(extra === null ? {} : { extra }),
    ...(mediaGroupId === null ? {} : { mediaGroupId }),
    ...(replyToId === null ? {} : { replyToId }),
    ...(replyToId === null || quote === null ? {} : { quote }),
  };
}

/** A member of staff answered a notice: it goes to the customer, or to the team as a note. */
async function answerAsStaff(
  turn: Turn,
  telegramMessageId: number,
  content: Content,
  stored: MessageContent,
  ticketId: string,
): Promise<{ ticket: Ticket; messageId: string }> {
  const written = asWritten(stored, content.text);
  const { message, full } = await addMessage(turn.ctx, { ...written, ticketId });
  if (stored.mediaGroupId !== undefined) await holdAlbum(turn.ctx, message.id);
  await confirmAnswer(turn, telegramMessageId, full, written.internal);
  return { ticket: full.ticket, messageId: message.id };
}

async function continueTicket(
  turn: Turn,
  stored: MessageContent,
  ticketId: string,
  before: Ticket,
): Promise<{ ticket: Ticket; messageId: string }> {
  const { ctx, chat } = turn;
  const { message, full } = await addMessage(ctx, { ...stored, ticketId, internal: false });
  const { ticket } = full;
  const reopened = isReopening(before.status, ticket.status);
  if (await sayWhenFlooding(turn, ticket.number)) {
    await sayWhereItWent(turn, ticket, message.id, reopened);
  }
  await patchChat(ctx, chat, { currentTicketId: ticket.id, dialogue: null });
  return { ticket, messageId: message.id };
}
