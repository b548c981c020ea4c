import { isActive } from '@tikethet/shared/tickets';
import { AppError } from '@tikethet/shared/errors';
import { requirePermission, type Ctx } from '../context';
import { changeTicket } from './changeTicket';
import { accessTo } from './policy';
import { completeTickets } from './loadTickets';
import { Ticket, type TicketInFull } from './ticket';

export type Taking =
  | { outcome: 'taken'; full: TicketInFull }
  /** The person has it already. */
  | { outcome: 'yours'; full: TicketInFull }
  /** A colleague was faster. */
  | { outcome: 'late'; byName: string }
  | { outcome: 'finished' };

/**
 * Takes a ticket that nobody has. Unlike an assignment it never takes one from a colleague: of two
 * who press at once, one gets it. Who was told of the ticket by a notice learns who has it, even
 * when it is out of their sight by then.
 * @throws AppError `forbidden`, `not_found`
 */
export async function takeTicket(ctx: Ctx, { id }: { id: string }): Promise<Taking> {
  const person = requirePermission(ctx, 'ticket.take');
  const ticket = await Ticket.query(ctx.trx).findById(id).whereNull('deletedAt').forUpdate();
  const [full] = ticket === undefined ? [] : await completeTickets(ctx.trx, [ticket]);
  if (full === undefined || !(await knows(ctx, full))) {
    throw new AppError('not_found', { resource: 'ticket' });
  }
  const { assignee } = full;
  if (assignee?.id === person.id) return { outcome: 'yours', full };
  if (assignee !== null) return { outcome: 'late', byName: assignee.shownName };
  if (!isActive(full.ticket.status)) return { outcome: 'finished' };
  const taken = await changeTicket(ctx, { id, changes: { assigneeId: person.id } });
  return { outcome: 'taken', full: taken.full };
}

async function knows(ctx: Ctx, full: TicketInFull): Promise<boolean> {
  const person = requirePermission(ctx, 'ticket.take');
  const access = accessTo(person, full);
  if (access === 'full' || access === 'read') return true;
  const told = await ctx
    .trx<{ ticket_id: string; user_id: string }>('staff_notices')
    .where({ ticket_id: full.ticket.id, user_id: person.id })
    .first('ticket_id');
  return told !== undefined;
}
