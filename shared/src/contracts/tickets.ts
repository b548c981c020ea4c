import { z } from 'zod';
import { LIMITS } from '../tickets';
import {
  id,
  line,
  noContent,
  page,
  paging,
  text,
  ticketPriority,
  ticketStatus,
  time,
} from './common';
import { operation } from './operation';
import { ticket, ticketCounts, ticketFilters } from './ticket';

const tags = z.array(line(LIMITS.tag)).max(LIMITS.tags);
const version = z.number().int().min(1).optional();

export const listTickets = operation({
  id: 'tickets.list',
  method: 'GET',
  path: '/tickets',
  summary: 'Tickets the caller may see; newest (or most urgent) first',
  access: 'person',
  input: ticketFilters.extend(paging),
  output: page(ticket),
  status: 200,
  errors: ['invalid_cursor'],
});

export const countTickets = operation({
  id: 'tickets.counts',
  method: 'GET',
  path: '/tickets/counts',
  summary: 'How many tickets the caller may see, by status',
  access: 'person',
  input: z.strictObject({
    customerId: id.optional().describe('only tickets of this customer'),
  }),
  output: ticketCounts,
  status: 200,
  errors: [],
});

export const createTicket = operation({
  id: 'tickets.create',
  method: 'POST',
  path: '/tickets',
  summary: 'Open a ticket; the description becomes the first message',
  access: 'person',
  input: z.strictObject({
    title: line(LIMITS.title),
    description: text(LIMITS.content).pipe(z.string().min(1)),
    categoryId: id,
    priority: ticketPriority.optional(),
    attachmentIds: z.array(id).max(LIMITS.attachmentsPerMessage).optional(),
    customerId: id.optional().describe('staff only: open it on behalf of this customer'),
    linkedTicketId: id.optional().describe('a closed ticket of the same customer to continue'),
    writeFirst: z
      .boolean()
      .optional()
      .describe('staff only: the desk begins; its author takes it and it waits for an answer'),
  }),
  output: ticket,
  status: 201,
  errors: ['not_found', 'forbidden'],
});

export const getTicket = operation({
  id: 'tickets.get',
  method: 'GET',
  path: '/tickets/{id}',
  summary: 'One ticket',
  access: 'person',
  input: z.strictObject({ id }),
  output: ticket,
  status: 200,
  errors: ['not_found'],
});

export const updateTicket = operation({
  id: 'tickets.update',
  method: 'PUT',
  path: '/tickets/{id}',
  summary:
    'Change fields; with `version`, a field somebody changed since is a 409 with both values',
  access: 'person',
  input: z.strictObject({
    id,
    title: line(LIMITS.title).optional(),
    categoryId: id.optional(),
    priority: ticketPriority.optional(),
    status: ticketStatus.optional(),
    assigneeId: id.nullable().optional(),
    tags: tags.optional(),
    addTags: tags.optional().describe('beside those it has: never a conflict'),
    removeTags: tags.optional().describe('as far as it has them: never a conflict'),
    version: version.describe('the version the change is based on'),
  }),
  output: ticket,
  status: 200,
  errors: ['not_found', 'forbidden', 'conflict', 'illegal_transition'],
  offline: true,
});

export const assignTicket = operation({
  id: 'tickets.assign',
  method: 'PUT',
  path: '/tickets/{id}/assign',
  summary: 'Assign, take (oneself) or release (null)',
  access: 'ticket.take',
  input: z.strictObject({
    id,
    assigneeId: id.nullable(),
    version,
  }),
  output: ticket,
  status: 200,
  errors: ['not_found', 'forbidden', 'conflict'],
  offline: true,
});

export const setTicketStatus = operation({
  id: 'tickets.setStatus',
  method: 'PUT',
  path: '/tickets/{id}/status',
  summary: 'Change the status; customers may close or reopen their own',
  access: 'person',
  input: z.strictObject({
    id,
    status: ticketStatus,
    version,
  }),
  output: ticket,
  status: 200,
  errors: ['not_found', 'forbidden', 'conflict', 'illegal_transition'],
  offline: true,
});

export const snoozeTicket = operation({
  id: 'tickets.snooze',
  method: 'PUT',
  path: '/tickets/{id}/snooze',
  summary: 'Hide an active ticket from queues until a moment or its customer writes; null: wake it',
  access: 'ticket.update',
  input: z.strictObject({
    id,
    until: time.nullable().describe('at most a year ahead; a moment that has passed wakes it'),
    version,
  }),
  output: ticket,
  status: 200,
  errors: ['not_found', 'forbidden', 'conflict', 'illegal_transition'],
  offline: true,
});

export const rateTicket = operation({
  id: 'tickets.rate',
  method: 'PUT',
  path: '/tickets/{id}/rating',
  summary: 'The customer rates a resolved or closed ticket; a second call replaces the first',
  access: 'person',
  input: z.strictObject({
    id,
    rating: z.number().int().min(1).max(5),
    comment: text(LIMITS.ratingComment).optional(),
  }),
  output: ticket,
  status: 200,
  errors: ['not_found', 'forbidden', 'illegal_transition'],
});

export const readTicket = operation({
  id: 'tickets.read',
  method: 'PUT',
  path: '/tickets/{id}/read',
  summary: 'The caller has read the conversation up to a position; never moves back',
  access: 'person',
  input: z.strictObject({
    id,
    position: z.number().int().min(0).optional().describe('absent: everything there is now'),
  }),
  output: ticket,
  status: 200,
  errors: ['not_found'],
  offline: true,
});

export const pinTicket = operation({
  id: 'tickets.pin',
  method: 'PUT',
  path: '/tickets/{id}/pin',
  summary: `Keep a ticket at hand, or no longer; at most ${LIMITS.pins} a person`,
  access: 'ticket.viewPool',
  input: z.strictObject({ id, pinned: z.boolean() }),
  output: ticket,
  status: 200,
  errors: ['not_found', 'forbidden', 'too_many_pins'],
  offline: true,
});

export const linkTicket = operation({
  id: 'tickets.link',
  method: 'GET',
  path: '/tickets/{id}/link',
  summary: 'A link that opens the ticket through the bot, for who may see it',
  access: 'person',
  input: z.strictObject({ id }),
  output: z.object({ url: z.string() }),
  status: 200,
  errors: ['not_found', 'unavailable'],
});

export const deleteTicket = operation({
  id: 'tickets.delete',
  method: 'DELETE',
  path: '/tickets/{id}',
  summary: 'Remove a ticket from every list; the audit log keeps it',
  access: 'ticket.delete',
  input: z.strictObject({ id }),
  output: noContent,
  status: 204,
  errors: ['not_found'],
});
