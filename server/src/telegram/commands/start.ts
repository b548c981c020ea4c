import { isStaff } from '@tikethet/shared/permissions';
import type { ReplyKeyboardMarkup } from 'grammy/types';
import { findCategoryBySlug } from '../../domain/categories/activeCategories';
import { findOwnTicket } from '../../domain/tickets/ownTickets';
import { refreshMenu } from '../../domain/deliveries/refreshMenu';
import type { Turn } from '../turn';
import type { Command } from './command';
import { askForDevice } from './login';
import { beginTicket } from './newTicket';
import { chooseTicket } from './tickets';

const TICKET = /^t(\d{1,9})$/;
const NEW = /^new_([A-Za-z0-9_-]{1,50})$/;
const LOGIN = /^login_([A-Za-z0-9-]{4,20})$/;

/** What stays below the chat: the two things that people come for. */
function mainKeyboard(turn: Turn): ReplyKeyboardMarkup {
  return {
    keyboard: [
      [{ text: turn.plain('button.myTickets') }, { text: turn.plain('button.newTicket') }],
    ],
    resize_keyboard: true,
    is_persistent: true,
  };
}

async function welcome(turn: Turn): Promise<void> {
  const { user } = turn;
  const isNew = user.botStartedAt?.getTime() === turn.ctx.now.getTime();
  const name = user.firstName;
  const lines = [
    turn.t(isNew || turn.chat.currentTicketId === null ? 'welcome.hello' : 'welcome.again', {
      name,
    }),
  ];
  if (isStaff(user.role)) {
    lines.push(turn.t('welcome.staff', { role: turn.plain(`common.role.${user.role}`) }));
  }
  await turn.say(lines.join('\n\n'), { keyboard: mainKeyboard(turn) });
  await refreshMenu(turn.ctx, user);
}

async function openTicket(turn: Turn, number: number): Promise<void> {
  const ticket = await findOwnTicket(turn.ctx, { number });
  if (ticket === null) return turn.say(turn.t('ticket.notFound'));
  await chooseTicket(turn, ticket);
}

async function openInCategory(turn: Turn, slug: string): Promise<void> {
  await beginTicket(turn, await findCategoryBySlug(turn.ctx, slug));
}

/** Begins the conversation, or opens what a deep link names. */
export const start: Command = {
  description: 'command.start',
  menu: 'nobody',
  run: async (turn, payload) => {
    const ticket = TICKET.exec(payload)?.[1];
    if (ticket !== undefined) return openTicket(turn, Number(ticket));
    const slug = NEW.exec(payload)?.[1];
    if (slug !== undefined) return openInCategory(turn, slug);
    const userCode = LOGIN.exec(payload)?.[1];
    if (userCode !== undefined) return askForDevice(turn, userCode);
    await welcome(turn);
  },
};
