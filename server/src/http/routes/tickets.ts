import { changeTicket, type TicketChanges } from '../../domain/tickets/changeTicket';
import { countTickets } from '../../domain/tickets/countTickets';
import { createTicket } from '../../domain/tickets/createTicket';
import { deleteTicket } from '../../domain/tickets/deleteTicket';
import { listTickets } from '../../domain/tickets/listTickets';
import { getVisibleTicket } from '../../domain/tickets/loadTickets';
import { accessTo } from '../../domain/tickets/policy';
import { presentTicket } from '../../domain/tickets/presentTicket';
import { rateTicket } from '../../domain/tickets/rateTicket';
import type { TicketInFull } from '../../domain/tickets/ticket';
import { requirePerson, type Ctx } from '../../domain/context';
import type { Handlers } from '../handler';

/** As the caller sees it now; whoever has just lost sight by an own act still gets the answer. */
function show(ctx: Ctx, full: TicketInFull) {
  const access = accessTo(requirePerson(ctx), full);
  return presentTicket(full, access === 'none' ? 'read' : access);
}

export const ticketHandlers = {
  'tickets.list': (ctx, input) => listTickets(ctx, input),
  'tickets.counts': (ctx) => countTickets(ctx),
  'tickets.create': async (ctx, { description, attachmentIds = [], ...input }) => {
    const { full } = await createTicket(ctx, {
      ...input,
      content: description,
      format: 'plain',
      attachmentIds,
    });
    return show(ctx, full);
  },
  'tickets.get': async (ctx, { id }) => {
    const { full, access } = await getVisibleTicket(ctx, id);
    return presentTicket(full, access);
  },
  'tickets.update': async (ctx, { id, version, ...fields }) => {
    const changes: TicketChanges = fields;
    return show(ctx, (await changeTicket(ctx, { id, changes, version })).full);
  },
  'tickets.assign': async (ctx, { id, assigneeId, version }) =>
    show(ctx, (await changeTicket(ctx, { id, changes: { assigneeId }, version })).full),
  'tickets.setStatus': async (ctx, { id, status, version }) =>
    show(ctx, (await changeTicket(ctx, { id, changes: { status }, version })).full),
  'tickets.rate': async (ctx, input) => show(ctx, await rateTicket(ctx, input)),
  'tickets.delete': (ctx, input) => deleteTicket(ctx, input),
  'tickets.typing': async (ctx, { id }) => {
    ctx.services.typing(requirePerson(ctx), await getVisibleTicket(ctx, id));
  },
} satisfies Handlers<
  | 'tickets.list'
  | 'tickets.counts'
  | 'tickets.create'
  | 'tickets.get'
  | 'tickets.update'
  | 'tickets.assign'
  | 'tickets.setStatus'
  | 'tickets.rate'
  | 'tickets.delete'
  | 'tickets.typing'
>;
