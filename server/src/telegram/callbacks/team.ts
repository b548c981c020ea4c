import { AppError } from '@tikethet/shared/errors';
import { isActive } from '@tikethet/shared/tickets';
import { changeTicket, type TicketChanges } from '../../domain/tickets/changeTicket';
import { lockVisibleTicket } from '../../domain/tickets/loadTickets';
import { takeTicket as take } from '../../domain/tickets/takeTicket';
import { adminView } from '../team/adminView';
import { cardView } from '../team/card';
import { queueView } from '../team/queueView';
import { replaceWith, sayView } from '../team/show';
import { statsView } from '../team/statsView';
import type { Turn } from '../turn';
import type { Answer, Callback } from './callback';

async function takeOne(turn: Turn, id: string): Promise<Answer> {
  const taking = await take(turn.ctx, { id });
  switch (taking.outcome) {
    case 'taken':
      return { text: turn.plain('team.take.done', { number: taking.full.ticket.number }) };
    case 'yours':
      return { text: turn.plain('team.take.yours', { number: taking.full.ticket.number }) };
    case 'late':
      return { text: turn.plain('team.take.late', { name: taking.byName }), alert: true };
    case 'finished':
      return { text: turn.plain('team.take.finished'), alert: true };
  }
}

/** A member of staff takes the ticket of a notice; everybody's notices follow by themselves. */
export const takeTicket: Callback<'take'> = (turn, [ticketId]) => takeOne(turn, ticketId);

/** A ticket's card, to look at it and to answer it. */
export const openCard: Callback<'card'> = async (turn, [ticketId]) => {
  await sayView(turn, await cardView(turn, ticketId), ticketId);
};

const CHANGES = {
  release: { assigneeId: null },
  resolve: { status: 'RESOLVED' },
  reopen: { status: 'IN_PROGRESS' },
} as const satisfies Record<string, TicketChanges>;

/** Works on the ticket of a card, and shows what it is then. */
export const actOnTicket: Callback<'act'> = async (turn, [act, ticketId], press) => {
  const answer =
    act === 'look'
      ? undefined
      : act === 'take'
        ? await takeOne(turn, ticketId)
        : await change(turn, ticketId, act);
  try {
    await replaceWith(turn, press.messageId, await cardView(turn, ticketId));
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not_found') throw error;
    await turn.replace(press.messageId, turn.t('team.card.hidden'));
  }
  return answer;
};

/** A button that is pressed twice, or on an old card, changes nothing. */
async function change(
  turn: Turn,
  id: string,
  act: keyof typeof CHANGES,
): Promise<Answer | undefined> {
  const { full } = await lockVisibleTicket(turn.ctx, id);
  const { status, assigneeId } = full.ticket;
  const meant =
    act === 'reopen'
      ? !isActive(status)
      : isActive(status) && (act === 'resolve' || assigneeId === turn.user.id);
  if (!meant) return { text: turn.plain('oldButton') };
  await changeTicket(turn.ctx, { id, changes: CHANGES[act] });
  return undefined;
}

export const showQueue: Callback<'queue'> = async (turn, _args, press) => {
  await replaceWith(turn, press.messageId, await queueView(turn));
};

export const turnQueue: Callback<'queueat'> = async (turn, [mark, rank, at, id], press) => {
  const side = mark === 'b' ? 'before' : 'after';
  const view = await queueView(turn, { side, place: [rank, at, id] });
  await replaceWith(turn, press.messageId, view);
};

export const showStats: Callback<'stats'> = async (turn, [period], press) => {
  await replaceWith(turn, press.messageId, await statsView(turn, period));
};

export const showAdmin: Callback<'admin'> = async (turn, _args, press) => {
  await replaceWith(turn, press.messageId, await adminView(turn));
};
