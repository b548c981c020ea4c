import { changeTicket, type TicketChanges } from '../../domain/tickets/changeTicket';
import { countTickets } from '../../domain/tickets/countTickets';
import { createTicket } from '../../domain/tickets/createTicket';
import { deleteTicket } from '../../domain/tickets/deleteTicket';
import { listTickets } from '../../domain/tickets/listTickets';
import { getVisibleTicket } from '../../domain/tickets/loadTickets';
import { rateTicket } from '../../domain/tickets/rateTicket';
import { snoozeTicket } from '../../domain/tickets/snoozeTicket';
import { showTicket } from '../../domain/tickets/showTicket';
import { listTimeline } from '../../domain/timeline/listTimeline';
import { pinTicket } from '../../domain/pins/pinTicket';
import { readTicket } from '../../domain/reads/readTicket';
import { requirePerson } from '../../domain/context';
import { mergeTickets } from '../../domain/merge/mergeTickets';
import { unmergeTicket } from '../../domain/merge/unmergeTicket';
import type { Handlers } from '../handler';

export const ticketHandlers = {
  'tickets.list': (ctx, input) => listTickets(ctx, input),
  'tickets.counts': (ctx, input) => countTickets(ctx, input),
  'tickets.create': async (ctx, { description, attachmentIds = [], ...input }) => {
    const { full } = await createTicket(ctx, {
      ...input,
      content: description,
      format: 'plain',
      attachmentIds,
    });
    return showTicket(ctx, full);
  },
  'tickets.get': async (ctx, { id }) => showTicket(ctx, (await getVisibleTicket(ctx, id)).full),
  'tickets.update': async (ctx, { id, version, ...fields }) => {
    const changes: TicketChanges = fields;
    return showTicket(ctx, (await changeTicket(ctx, { id, changes, version })).full);
  },
  'tickets.assign': async (ctx, { id, assigneeId, version }) =>
    showTicket(ctx, (await changeTicket(ctx, { id, changes: { assigneeId }, version })).full),
  'tickets.setStatus': async (ctx, { id, status, version }) =>
    showTicket(ctx, (await changeTicket(ctx, { id, changes: { status }, version })).full),
  'tickets.snooze': async (ctx, input) => showTicket(ctx, (await snoozeTicket(ctx, input)).full),
  'tickets.merge': async (ctx, input) => showTicket(ctx, await mergeTickets(ctx, input)),
  'tickets.unmerge': async (ctx, input) => showTicket(ctx, await unmergeTicket(ctx, input)),
  'tickets.rate': async (ctx, input) => showTicket(ctx, await rateTicket(ctx, input)),
  'tickets.read': async (ctx, input) => showTicket(ctx, await readTicket(ctx, input)),
  'tickets.pin': async (ctx, input) => showTicket(ctx, await pinTicket(ctx, input)),
  'tickets.link': async (ctx, { id }) => {
    const { full } = await getVisibleTicket(ctx, id);
    return { url: await ctx.services.config.botLink(`t${full.ticket.number}`) };
  },
  'tickets.timeline': (ctx, input) => listTimeline(ctx, input),
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
  | 'tickets.snooze'
  | 'tickets.merge'
  | 'tickets.unmerge'
  | 'tickets.rate'
  | 'tickets.read'
  | 'tickets.pin'
  | 'tickets.link'
  | 'tickets.timeline'
  | 'tickets.delete'
  | 'tickets.typing'
>;
