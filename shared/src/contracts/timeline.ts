import { z } from 'zod';
import { id, page, paging, ticketPriority, ticketStatus, time } from './common';
import { operation } from './operation';

const personName = z.object({ id, displayName: z.string() });

/** A ticket as a merge names it. */
const mergedTicket = z.object({ id, number: z.number().int(), title: z.string() });

/** What changed, from what to what; the field's name tells the shape. */
const fieldChange = z.discriminatedUnion('field', [
  z.object({ field: z.literal('status'), from: ticketStatus, to: ticketStatus }),
  z.object({
    field: z.literal('assigneeId'),
    from: personName.nullable(),
    to: personName.nullable(),
  }),
  z.object({ field: z.literal('priority'), from: ticketPriority, to: ticketPriority }),
  z.object({ field: z.literal('categoryId'), from: id, to: id }),
  z.object({ field: z.literal('tags'), from: z.array(z.string()), to: z.array(z.string()) }),
  z.object({ field: z.literal('title'), from: z.string(), to: z.string() }),
  z.object({
    field: z.literal('snoozedUntil'),
    from: time.nullable(),
    to: time.nullable().describe('null: awake again'),
  }),
  z.object({
    field: z
      .literal('merged')
      .describe('`to` became a part of this ticket, `from` is none any more'),
    from: mergedTicket.nullable(),
    to: mergedTicket.nullable(),
  }),
  z.object({
    field: z.literal('mergedInto').describe('this ticket became a part of `to`'),
    from: mergedTicket.nullable(),
    to: mergedTicket.nullable(),
  }),
  z.object({
    field: z.literal('rating'),
    from: z.number().int().nullable(),
    to: z.number().int(),
    comment: z.string().nullable(),
  }),
]);

/** One entry of a ticket's timeline. */
export const ticketChange = z
  .object({
    id,
    ticketId: id,
    position: z.number().int().describe('of the message after which it happened'),
    actor: z
      .object({
        id: id.nullable(),
        displayName: z.string(),
        side: z.enum(['CUSTOMER', 'STAFF', 'SYSTEM']),
      })
      .describe('SYSTEM: the desk by itself'),
    change: fieldChange,
    at: time,
  })
  .meta({ id: 'TicketChange' });
export type TicketChange = z.infer<typeof ticketChange>;

/** Fields whose changes a customer learns of. */
export const CUSTOMER_CHANGES = [
  'status',
  'assigneeId',
  'rating',
] as const satisfies readonly TicketChange['change']['field'][];

export const listTimeline = operation({
  id: 'tickets.timeline',
  method: 'GET',
  path: '/tickets/{id}/timeline',
  summary: 'What changed, when and by whom; customers see status, assignee and rating',
  access: 'person',
  input: z.strictObject({
    id,
    order: z.enum(['asc', 'desc']).default('asc'),
    ...paging,
  }),
  output: page(ticketChange),
  status: 200,
  errors: ['not_found', 'invalid_cursor'],
});
