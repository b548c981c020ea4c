import { isStaff } from '@tikethet/shared/permissions';
import { deriveTitle, isReopening } from '@tikethet/shared/tickets';
import type { Message } from 'grammy/types';
import { activeCategories, unsortedCategory } from '../../domain/categories/activeCategories';
import { addMessage } from '../../domain/conversations/addMessage';
import type { MessageContent } from '../../domain/conversations/appendMessage';
import { extendAlbum, findAlbum } from '../../domain/conversations/extendAlbum';
import { patchChat } from '../../domain/telegram/chats';
import { createTicket } from '../../domain/tickets/createTicket';
import type { Ticket } from '../../domain/tickets/ticket';
import { categoryKeyboard, priorityKeyboard } from '../keyboards';
import { sayWhenFlooding, takeFile, withinTicketLimits } from '../limits';
import type { Turn } from '../turn';
import { askWhetherCustomer } from './asCustomer';
import { findTarget, type Target } from './findTarget';
import { readContent, type Content } from './readContent';
import { sayWhereItWent } from './sayWhereItWent';

/** Categories offered as buttons. */
const MOST_CATEGORIES = 24;

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
  const file = content.file === null ? null : await takeFile(turn, content.file);
  const stored: MessageContent = {
    content: content.text,
    format: 'plain',
    attachmentIds: file === null ? [] : [file.id],
    kind: content.kind,
    fromTelegram: true,
    ...(content.extra === null ? {} : { extra: content.extra }),
    ...(content.mediaGroupId === null ? {} : { mediaGroupId: content.mediaGroupId }),
  };
  const place = { messageId: message.message_id, hasCaption: content.text !== '' };
  if (target.kind === 'new') await openTicket(turn, place, content, stored, target);
  else await continueTicket(turn, place, stored, target);
  if (file?.state === 'TOO_LARGE') await turn.say(turn.t('ticket.tooLarge', { count: 1 }));
}

interface Place {
  messageId: number;
  hasCaption: boolean;
}

async function continueAlbum(turn: Turn, message: Message, content: Content): Promise<boolean> {
  if (content.mediaGroupId === null) return false;
  const album = await findAlbum(turn.ctx, content.mediaGroupId);
  if (album === null) return false;
  const file = content.file === null ? null : await takeFile(turn, content.file);
  const part = await extendAlbum(turn.ctx, {
    messageId: album.id,
    attachmentId: file?.id ?? null,
    caption: content.text,
  });
  await turn.remember(message.message_id, {
    ticketId: album.ticketId,
    messageId: album.id,
    part,
    hasCaption: content.text !== '',
  });
  if (file?.state === 'TOO_LARGE') await turn.say(turn.t('ticket.tooLarge', { count: 1 }));
  return true;
}

async function openTicket(
  turn: Turn,
  place: Place,
  content: Content,
  stored: MessageContent,
  target: Extract<Target, { kind: 'new' }>,
): Promise<void> {
  const { ctx } = turn;
  const categoryId = target.categoryId ?? (await unsortedCategory(ctx)).id;
  const { full, message } = await createTicket(ctx, {
    ...stored,
    title: deriveTitle(content.text, turn.plain(`common.messageKind.${content.kind}`)),
    categoryId,
    ...(target.continues === null ? {} : { linkedTicketId: target.continues.id }),
  });
  const { ticket } = full;
  await patchChat(ctx, turn.chat, { currentTicketId: ticket.id, dialogue: null });
  await turn.remember(place.messageId, {
    ticketId: ticket.id,
    messageId: message.id,
    hasCaption: place.hasCaption,
  });
  await sayWhenFlooding(turn, ticket.number);
  await askForDetails(turn, ticket, target);
}

/** The ticket exists; what it is about helps, but nobody has to say it. */
async function askForDetails(
  turn: Turn,
  ticket: Ticket,
  target: Extract<Target, { kind: 'new' }>,
): Promise<void> {
  const { number, id: ticketId } = ticket;
  const accepted =
    target.continues === null
      ? turn.t('ticket.accepted', { number })
      : turn.t('ticket.continued', { number, closed: target.continues.number });
  if (target.categoryId !== null) {
    await turn.say(`${accepted}\n\n${turn.t('ticket.askPriority')}`, {
      keyboard: priorityKeyboard(turn.language, ticketId),
      ticketId,
    });
    return;
  }
  const categories = await activeCategories(turn.ctx, MOST_CATEGORIES);
  const keyboard = categoryKeyboard(turn.language, ticketId, categories);
  await turn.say(`${accepted}\n\n${turn.t('ticket.askCategory')}`, {
    ...(keyboard ? { keyboard } : {}),
    ticketId,
  });
}

async function continueTicket(
  turn: Turn,
  place: Place,
  stored: MessageContent,
  target: Extract<Target, { kind: 'ticket' }>,
): Promise<void> {
  const { ctx, chat } = turn;
  const { message, full } = await addMessage(ctx, {
    ...stored,
    ticketId: target.ticketId,
    internal: false,
    ...(target.replyToId === null ? {} : { replyToId: target.replyToId }),
  });
  const ticketId = full.ticket.id;
  if (target.before === null) {
    const customer = full.customer.shownName;
    await turn.say(turn.t('notice.sent', { customer, number: full.ticket.number }), { ticketId });
  } else {
    const reopened = isReopening(target.before.status, full.ticket.status);
    if (await sayWhenFlooding(turn, full.ticket.number)) {
      await sayWhereItWent(turn, full.ticket, reopened);
    }
    await patchChat(ctx, chat, { currentTicketId: ticketId, dialogue: null });
  }
  await turn.remember(place.messageId, {
    ticketId,
    messageId: message.id,
    hasCaption: place.hasCaption,
  });
}
