import { isActive, type TicketStatus } from '@tikethet/shared/tickets';
import { patchChat } from '../../domain/telegram/chats';
import { latestOwnTickets, messageTaker } from '../../domain/tickets/ownTickets';
import type { Ticket } from '../../domain/tickets/ticket';
import { newTicketDialogue } from '../dialogues/newTicket';
import { ticketsKeyboard } from '../keyboards';
import type { Turn } from '../turn';
import type { Command } from './command';

/** As many as one looks through in a chat; the Mini App has all. */
const SHOWN = 8;

const MARKS: Record<TicketStatus, string> = {
  OPEN: '🔴',
  IN_PROGRESS: '🟠',
  WAITING_RESPONSE: '🟣',
  RESOLVED: '🟢',
  CLOSED: '⚪️',
};

/** The person's latest tickets, each with a button to write to it. */
export async function listTickets(turn: Turn): Promise<void> {
  const tickets = await latestOwnTickets(turn.ctx, SHOWN);
  const keyboard = ticketsKeyboard(turn.settings, turn.language, tickets);
  if (tickets.length === 0) {
    return turn.say(turn.t('list.empty'), keyboard ? { keyboard } : {});
  }
  const rows = tickets.map((ticket) =>
    turn.t('list.row', {
      mark: MARKS[ticket.status],
      number: ticket.number,
      title: ticket.title,
      status: turn.plain(`common.status.${ticket.status}`),
    }),
  );
  const title = turn.t('list.title', { count: tickets.length });
  await turn.say(
    [title, ...rows, turn.t('list.choose')].join('\n\n'),
    keyboard ? { keyboard } : {},
  );
}

/** What the person writes next goes to this ticket, or to a new one that continues it. */
export async function chooseTicket(turn: Turn, ticket: Ticket): Promise<void> {
  const { ctx, chat } = turn;
  const { id: ticketId, number, title } = ticket;
  const takes = await messageTaker(ctx);
  if (!takes(ticket)) {
    await newTicketDialogue.begin(turn, { linkedTicketId: ticketId });
    return turn.say(turn.t('ticket.closedCurrent', { number }), { ticketId });
  }
  await patchChat(ctx, chat, { currentTicketId: ticketId, dialogue: null });
  const key =
    isActive(ticket.status) || ticket.status === 'RESOLVED'
      ? 'ticket.current'
      : 'ticket.reopensCurrent';
  await turn.say(turn.t(key, { number, title }), { ticketId });
}

export const tickets: Command = {
  description: 'command.tickets',
  menu: 'everybody',
  run: listTickets,
};
