import { z } from 'zod';
import { CREATED_WITHIN, DUE_SOON_MINUTES, LIMITS, TICKET_SORTS } from '../tickets';
import {
  commaList,
  id,
  line,
  MESSAGE_KINDS,
  role,
  search,
  ticketChannel,
  ticketPriority,
  ticketStatus,
  time,
} from './common';

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
      .object({
        content: z.string(),
        kind: z.enum(MESSAGE_KINDS).nullable().describe('null: written before it was kept'),
        authorId: id.nullable(),
        fromStaff: z.boolean(),
        at: time,
      })
      .nullable()
      .describe('the newest public message that is there, content cut to 200 characters'),
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

export const ticketFilters = z.strictObject({
  status: commaList(ticketStatus).optional(),
  priority: commaList(ticketPriority).optional(),
  categoryId: commaList(id).optional(),
  assigneeId: z
    .union([z.literal('me'), z.literal('none'), id])
    .optional()
    .describe('`me`, `none` or a person'),
  customerId: id.optional(),
  tags: commaList(line(LIMITS.tag)).optional().describe('with any of these'),
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
