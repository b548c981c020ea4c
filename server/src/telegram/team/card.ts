import type { InlineKeyboardMarkup } from 'grammy/types';
import { preview } from '../../domain/conversations/preview';
import { getPriority } from '../../domain/priorities/listPriorities';
import { staffCard, type CardMessage, type StaffCard } from '../../domain/tickets/staffCard';
import { escapeHtml } from '../formatting/formatted';
import { categoryLabel } from '../keyboards';
import type { Turn } from '../turn';
import { attached } from './attached';
import { cardKeyboard } from './keyboards';
import { priorityLabel } from './marks';
import { minutesBetween, spanOf } from './spans';

/** Messages of the conversation on a card: the console and the chat have the rest. */
const MESSAGES = 3;

/** What the bot shows, as a message of its own or in place of one. */
export interface View {
  html: string;
  keyboard: InlineKeyboardMarkup | undefined;
}

function messageLines(turn: Turn, { message, authorName, files }: CardMessage): string {
  const key = message.internal ? 'team.card.noteBy' : 'team.card.saidBy';
  const names = attached(turn.language, message, files);
  const lines = [
    turn.t(key, { name: authorName }),
    ...(message.content === '' ? [] : [escapeHtml(preview(message.content, message.format))]),
    ...(names === null ? [] : [turn.t('team.notice.files', { names })]),
  ];
  return `<blockquote>${lines.join('\n')}</blockquote>`;
}

function holder(turn: Turn, { full }: StaffCard): string {
  const { assignee } = full;
  if (assignee === null) return turn.t('team.card.free');
  if (assignee.id === turn.user.id) return turn.t('team.card.mine');
  return turn.t('team.card.held', { name: assignee.shownName });
}

function customer(turn: Turn, { full }: StaffCard): string {
  const minutes = minutesBetween(full.ticket.createdAt, turn.ctx.now);
  const name = full.customer.shownName;
  return minutes < 1
    ? turn.t('team.card.customerNow', { name })
    : turn.t('team.card.customer', { name, span: spanOf(turn.language, minutes) });
}

/** A ticket at a glance, with what one may do. @throws AppError `not_found` */
export async function cardView(turn: Turn, ticketId: string): Promise<View> {
  const card = await staffCard(turn.ctx, { id: ticketId, messages: MESSAGES });
  const { ticket } = card.full;
  const head = [
    turn.t('team.card.head', { number: ticket.number, title: ticket.title }),
    turn.t('team.card.state', {
      status: turn.plain(`common.status.${ticket.status}`),
      priority: priorityLabel(turn.language, await getPriority(turn.ctx, ticket.priority)),
      category: card.category === null ? '' : categoryLabel(card.category, turn.language),
    }),
    customer(turn, card),
    holder(turn, card),
  ];
  const said = card.messages.map((message) => messageLines(turn, message));
  const hint = ticket.status === 'CLOSED' ? [] : [turn.t('team.card.hint')];
  return {
    html: [head.join('\n'), said.join('\n'), ...hint].join('\n\n'),
    keyboard: cardKeyboard(turn.settings, turn.language, ticket, turn.user.id),
  };
}
