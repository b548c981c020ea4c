import { z } from 'zod';
import { CREATED_WITHIN, DUE_SOON_MINUTES, LIMITS, TICKET_SORTS } from '../tickets';
import {
  commaList,
  cursor,
  id,
  limit,
  line,
  noContent,
  page,
  role,
  search,
  text,
  ticketChannel,
  ticketPriority,
  ticketStatus,
  time,
} from './common';
import { operation } from './operation';

/** Beside a ticket: its customer or its assignee. */
const ticketPerson = z.object({
  id,
  displayName: z.string(),
  username: z.string().nullable(),
  role,
});

/** A ticket as others name it. */
export const ticketRef = z.object({ id, number: z.number().int() });

export const ticket = z
  .object({
    id,
    number: z.number().int().describe('the number people use: #1042'),
    title: z.string(),
    description: z.string().describe('the first message'),
    status: ticketStatus,
    priority: ticketPriority,
    categoryId: id,
    tags: z.array(z.string()).describe('empty in the customer’s view'),
    channel: ticketChannel,
    customerId: id,
    customer: ticketPerson,
    assigneeId: id.nullable(),
    assignee: ticketPerson.nullable(),
    participantIds: z
      .array(id)
      .describe('staff who keep sight of it; empty in the customer’s view'),
    mentionedIds: z
      .array(id)
      .describe('staff whom a note has mentioned; empty in the customer’s view'),
    snoozedUntil: time
      .nullable()
      .describe(
        'hidden from queues until then or until its customer writes; null in the customer’s view',
      ),
    linkedTicketId: id.nullable().describe('the closed ticket that this one continues'),
    mergedInto: ticketRef
      .nullable()
      .describe('it is a part of that ticket now, which has its messages and takes its commands'),
    lastMessage: z
      .object({ content: z.string(), authorId: id.nullable(), fromStaff: z.boolean(), at: time })
      .nullable()
      .describe('the newest public message, content cut to 200 characters'),
    messageCount: z.number().int().describe('public messages'),
    lastPosition: z.number().int().describe('of the newest message that the reader may see'),
    readByCustomer: z
      .number()
      .int()
      .describe('the customer has read messages up to this position in the Mini App'),
    readByStaff: z.number().int().describe('somebody of the staff has read up to this position'),
    unread: z
      .number()
      .int()
      .nullable()
      .describe(
        'messages of others that the reader has not read (100: a hundred or more); null in events ' +
          'for staff, who each have marks of their own',
      ),
    pinned: z
      .boolean()
      .nullable()
      .default(null)
      .describe(
        'the reader keeps it at hand; null in events for staff, who each have pins of their own, ' +
          'and in the customer’s view',
      ),
    rating: z.number().int().min(1).max(5).nullable(),
    ratingComment: z.string().nullable(),
    version: z.number().int(),
    createdAt: time,
    updatedAt: time,
    waitingSince: time
      .nullable()
      .describe('since when its customer has been waiting for an answer; null: they are not'),
    firstResponseAt: time.nullable(),
    resolvedAt: time.nullable(),
    closedAt: time.nullable(),
    dueAt: time
      .nullable()
      .describe(
        'what the priority promises next: the first response, then the resolution; null while ' +
          'nothing is owed, and in the customer’s view',
      ),
  })
  .meta({ id: 'Ticket' });
export type Ticket = z.infer<typeof ticket>;

const tag = line(LIMITS.tag);
const tags = z.array(tag).max(LIMITS.tags);

export const ticketFilters = z.strictObject({
  status: commaList(ticketStatus).optional(),
  priority: commaList(ticketPriority).optional(),
  categoryId: commaList(id).optional(),
  assigneeId: z
    .union([z.literal('me'), z.literal('none'), id])
    .optional()
    .describe('`me`, `none` or a person'),
  customerId: id.optional(),
  tags: commaList(tag).optional().describe('with any of these'),
  channel: commaList(ticketChannel).optional(),
  rating: commaList(z.enum(['1', '2', '3', '4', '5'])).optional(),
  createdFrom: time.optional().describe('created at this moment or later'),
  createdTo: time.optional().describe('created before this moment'),
  createdWithin: z.enum(CREATED_WITHIN).optional().describe('created in the last days'),
  unread: z
    .literal('yes')
    .optional()
    .describe('with messages of others that the caller has not read'),
  mentioned: z.literal('me').optional().describe('a note has mentioned the caller'),
  pinned: z.literal('yes').optional().describe('the caller keeps them at hand'),
  snoozed: z.enum(['yes', 'no']).optional().describe('absent: asleep or not'),
  due: z
    .enum(['late', 'risk', 'any'])
    .optional()
    .describe(`late: past; risk: past or within ${DUE_SOON_MINUTES} minutes; any: promised at all`),
  search: search.optional().describe('number, words in Russian or English, names; typos allowed'),
  sort: z
    .enum(TICKET_SORTS)
    .default('updated')
    .describe(
      'updated, created: newest first; priority: most urgent; due: soonest; waiting: longest',
    ),
});
export type TicketFilters = z.input<typeof ticketFilters>;

export const listTickets = operation({
  id: 'tickets.list',
  method: 'GET',
  path: '/tickets',
  summary: 'Tickets the caller may see; newest (or most urgent) first',
  access: 'person',
  input: ticketFilters.extend({ limit, cursor: cursor.optional() }),
  output: page(ticket),
  status: 200,
  errors: ['invalid_cursor'],
});

export const ticketCounts = z
  .object({
    byStatus: z.record(ticketStatus, z.number().int()),
    byCategory: z.record(z.string(), z.number().int()).describe('active ones, by category id'),
    byTag: z.record(z.string(), z.number().int()).describe('active ones; the 50 commonest tags'),
    active: z.number().int().describe('open, in progress or waiting, and not asleep'),
    mine: z.number().int().describe('active and assigned to the caller'),
    unassigned: z.number().int().describe('active and assigned to nobody'),
    waiting: z.number().int().describe('active ones that wait for their customer'),
    atRisk: z.number().int().describe('active ones whose promised moment is past or near'),
    mentions: z.number().int().describe('active ones in which a note has mentioned the caller'),
    snoozed: z.number().int().describe('asleep'),
    pinned: z.number().int().describe('kept at hand by the caller, whatever their status'),
    unread: z
      .number()
      .int()
      .describe('tickets with unread messages: own ones, or for staff active ones they hold'),
  })
  .meta({ id: 'TicketCounts' });
export type TicketCounts = z.infer<typeof ticketCounts>;

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
    version: z.number().int().min(1).optional().describe('the version the change is based on'),
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
    version: z.number().int().min(1).optional(),
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
    version: z.number().int().min(1).optional(),
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
    version: z.number().int().min(1).optional(),
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
