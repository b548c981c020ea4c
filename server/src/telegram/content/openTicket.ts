import { deriveTitle } from '@tikethet/shared/tickets';
import { activeCategories, unsortedCategory } from '../../domain/categories/activeCategories';
import type { MessageContent } from '../../domain/conversations/appendMessage';
import { allPriorities } from '../../domain/priorities/listPriorities';
import { patchChat } from '../../domain/telegram/chats';
import { createTicket } from '../../domain/tickets/createTicket';
import type { Ticket } from '../../domain/tickets/ticket';
import { categoryKeyboard, priorityKeyboard } from '../keyboards';
import { sayWhenFlooding } from '../limits';
import type { Turn } from '../turn';
import type { Target } from './findTarget';
import type { Content } from './readContent';

/** Categories offered as buttons. */
const MOST_CATEGORIES = 24;

type New = Extract<Target, { kind: 'new' }>;

/** What a ticket is called that begins with this. */
export function titleOf(
  turn: Turn,
  { text, kind, extra }: Pick<Content, 'text' | 'kind' | 'extra'>,
) {
  const key =
    extra?.other === undefined
      ? (`messageKind.${kind}` as const)
      : (`otherContent.${extra.other}` as const);
  return deriveTitle(text, turn.plain(`common.${key}`));
}

/** Opens a ticket from the first thing that somebody sent, and asks what it is about. */
export async function openTicket(
  turn: Turn,
  content: Content,
  stored: MessageContent,
  target: New,
): Promise<{ ticket: Ticket; messageId: string }> {
  const { ctx } = turn;
  const categoryId = target.categoryId ?? (await unsortedCategory(ctx)).id;
  const { full, message } = await createTicket(ctx, {
    ...stored,
    title: titleOf(turn, content),
    categoryId,
    ...(target.continues === null ? {} : { linkedTicketId: target.continues.id }),
  });
  const { ticket } = full;
  await patchChat(ctx, turn.chat, { currentTicketId: ticket.id, dialogue: null });
  await sayWhenFlooding(turn, ticket.number);
  await askForDetails(turn, ticket, target);
  return { ticket, messageId: message.id };
}

/** The ticket exists; what it is about helps, but nobody has to say it. */
async function askForDetails(turn: Turn, ticket: Ticket, target: New): Promise<void> {
  const { number, id: ticketId } = ticket;
  const accepted =
    target.continues === null
      ? turn.t('ticket.accepted', { number })
      : turn.t('ticket.continued', { number, closed: target.continues.number });
  if (target.categoryId !== null) {
    await turn.say(`${accepted}\n\n${turn.t('ticket.askPriority')}`, {
      keyboard: priorityKeyboard(turn.language, ticketId, await allPriorities(turn.ctx)),
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
