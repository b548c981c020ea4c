import { AppError } from '@tikethet/shared/errors';
import type { TicketAccess } from '@tikethet/shared/permissions';
import type { Knex } from 'knex';
import { gathering } from '../../db/gather';
import { NotBeside, requirePerson, type Ctx } from '../context';
import { User } from '../people/user';
import { accessTo } from './policy';
import { Ticket, type TicketInFull } from './ticket';

interface ParticipantRow {
  ticket_id: string;
  user_id: string;
  /** null: a participant for another reason. */
  mentioned_at: Date | null;
}

/** Read with every change of a ticket: planned once per connection. */
const PARTICIPANTS = `select ticket_id, user_id, mentioned_at from ticket_participants
  where ticket_id = any(?)`;

/** Adds customer, assignee and participants to tickets: three queries, however many tickets. */
export async function completeTickets(
  trx: Knex,
  tickets: readonly Ticket[],
): Promise<TicketInFull[]> {
  if (tickets.length === 0) return [];
  const userIds = new Set(
    tickets.flatMap((ticket) => [ticket.customerId, ticket.assigneeId ?? ticket.customerId]),
  );
  const users = await User.query(trx).findByIds([...userIds]);
  const { rows: participants } = await trx
    .raw<{ rows: ParticipantRow[] }>(PARTICIPANTS, [tickets.map((ticket) => ticket.id)])
    .options({ name: 'participants' });
  const userById = new Map(users.map((user) => [user.id, user]));
  return tickets.map((ticket) => {
    const own = participants.filter((row) => row.ticket_id === ticket.id);
    const customer = userById.get(ticket.customerId);
    if (customer === undefined) throw new Error(`Ticket ${ticket.id} has no customer`);
    return {
      ticket,
      customer,
      assignee: ticket.assigneeId === null ? null : (userById.get(ticket.assigneeId) ?? null),
      participantIds: own.map((row) => row.user_id),
      mentionedIds: own.filter((row) => row.mentioned_at !== null).map((row) => row.user_id),
    };
  });
}

/** Tickets with their people, null for what does not exist; locked in the order of their ids. */
async function findTickets(
  trx: Knex,
  ids: readonly string[],
  lock: boolean,
): Promise<(TicketInFull | null)[]> {
  const query = Ticket.query(trx)
    .findByIds([...new Set(ids)])
    .whereNull('deletedAt')
    .orderBy('id');
  const tickets = await completeTickets(trx, await (lock ? query.forUpdate() : query));
  const byId = new Map(tickets.map((full) => [full.ticket.id, full]));
  return ids.map((id) => byId.get(id.toLowerCase()) ?? null);
}

const lookUp = gathering<string, TicketInFull | null>((trx, ids) => findTickets(trx, ids, false));
const lock = gathering<string, TicketInFull | null>((trx, ids) => findTickets(trx, ids, true));

async function findTicket(ctx: Ctx, id: string, locked: boolean): Promise<TicketInFull> {
  const full = await (locked ? lock : lookUp)(ctx.trx, id);
  if (full === null) throw new AppError('not_found', { resource: 'ticket' });
  return full;
}

export interface VisibleTicket {
  full: TicketInFull;
  access: Exclude<TicketAccess, 'none'>;
}

function asSeen(ctx: Ctx, full: TicketInFull): VisibleTicket {
  const access = ctx.actor.person === null ? 'full' : accessTo(requirePerson(ctx), full);
  // The same answer as for a ticket that does not exist.
  if (access === 'none') throw new AppError('not_found', { resource: 'ticket' });
  return { full, access };
}

async function visible(ctx: Ctx, id: string, lock: boolean): Promise<VisibleTicket> {
  return asSeen(ctx, await findTicket(ctx, id, lock));
}

/** A ticket the actor may see. @throws AppError `not_found` otherwise */
export function getVisibleTicket(ctx: Ctx, id: string): Promise<VisibleTicket> {
  return visible(ctx, id, false);
}

/** The same with the ticket's row locked: the first lock of every change to a ticket. */
export function lockVisibleTicket(ctx: Ctx, id: string): Promise<VisibleTicket> {
  return visible(ctx, id, true);
}

/** Merges of merges that a command follows; more is a circle, which nothing can make. */
const MOST_MERGES = 20;

/**
 * The same for what people write and change: a ticket that has become a part of another one stands
 * for that one, so that whatever was meant for it arrives there.
 * @returns the ticket that takes the command, which may be another one than was named
 * @throws AppError `not_found`
 */
export async function lockWorkingTicket(ctx: Ctx, id: string): Promise<VisibleTicket> {
  let full = await findTicket(ctx, id, true);
  for (let merges = 0; full.ticket.mergedIntoId !== null; merges += 1) {
    if (ctx.beside) throw new NotBeside();
    if (merges === MOST_MERGES) throw new Error(`ticket ${id} is merged in a circle`);
    full = await findTicket(ctx, full.ticket.mergedIntoId, true);
  }
  return asSeen(ctx, full);
}
