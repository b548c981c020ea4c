import { AppError } from '@tikethet/shared/errors';
import { isStaff } from '@tikethet/shared/permissions';
import type { MessageContent } from '../../domain/conversations/appendMessage';
import { isInternal } from '../../domain/conversations/isInternal';
import type { Caption } from '../../domain/telegram/chatMessages';
import { getVisibleTicket, type VisibleTicket } from '../../domain/tickets/loadTickets';
import type { TicketInFull } from '../../domain/tickets/ticket';
import { shorten } from '../callbacks/data';
import { button, rowsOf } from '../team/keyboards';
import type { Turn } from '../turn';

/** What a note for the team begins with. */
const NOTE = /^\s*\/\/\s*/;

/** Whether a member of staff wrote a note for the team and no answer to the customer. */
export function isNote(text: string): boolean {
  return NOTE.test(text);
}

/** The words of a note without what says that they are one. */
export function withoutMark(content: string): string {
  return content.replace(NOTE, '');
}

async function find(turn: Turn, ticketId: string): Promise<VisibleTicket | null> {
  try {
    return await getVisibleTicket(turn.ctx, ticketId);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  }
}

/**
 * Whether a member of staff may answer the ticket of the message that they replied to. If not, the
 * bot says why, and what helps.
 */
export async function mayAnswer(turn: Turn, ticketId: string, text: string): Promise<boolean> {
  const visible = await find(turn, ticketId);
  if (visible === null) {
    await turn.say(turn.t('team.reply.hidden'));
    return false;
  }
  const { full, access } = visible;
  const { number, status } = full.ticket;
  if (access === 'read') {
    const name = full.assignee?.shownName ?? '';
    await turn.say(turn.t('team.reply.readOnly', { number, name }), { ticketId });
    return false;
  }
  if (isNote(text)) {
    if (withoutMark(text) !== '') return true;
    await turn.say(turn.t('team.reply.emptyNote'), { ticketId });
    return false;
  }
  if (status !== 'CLOSED') return true;
  const keyboard = rowsOf([
    button(turn.language, 'team.button.reopen', 'act', 'reopen', shorten(ticketId)),
  ]);
  await turn.say(turn.t('team.reply.closed', { number }), {
    ticketId,
    ...(keyboard ? { keyboard } : {}),
  });
  return false;
}

/** A note is kept as one; an answer stays as it is. */
export function asWritten(
  stored: MessageContent,
  text: string,
): MessageContent & { internal: boolean } {
  if (!isNote(text)) return { ...stored, internal: false };
  return { ...stored, content: withoutMark(stored.content), internal: true };
}

/**
 * Says that it went where it was meant to: a thumb on an answer, which many of them would be noise
 * otherwise; words on a note, of which one wants to be sure.
 */
export async function confirmAnswer(
  turn: Turn,
  messageId: number,
  { ticket }: TicketInFull,
  internal: boolean,
): Promise<void> {
  if (internal) {
    const options = { ticketId: ticket.id };
    await turn.say(turn.t('team.reply.note', { number: ticket.number }), options);
    return;
  }
  await turn.call('setMessageReaction', {
    message_id: messageId,
    reaction: [{ type: 'emoji', emoji: '👍' }],
  });
}

/**
 * The words of a message of staff after an edit: a note stays one, with or without its mark. An
 * answer cannot become one: the customer has it. @returns null: the bot has said so
 */
export async function asEdited(
  turn: Turn,
  messageId: string,
  words: Caption,
): Promise<Caption | null> {
  if (!isStaff(turn.user.role) || !isNote(words.content)) return words;
  const internal = await isInternal(turn.ctx, messageId);
  if (internal === true) return { ...words, content: withoutMark(words.content) };
  await turn.say(turn.t('team.reply.staysAnswer'));
  return null;
}
