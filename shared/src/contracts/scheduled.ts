import { z } from 'zod';
import { ERRORS, type ErrorCode } from '../errors';
import { LIMITS } from '../tickets';
import { attachment } from './attachments';
import { id, noContent, text, time } from './common';
import { messageFormat } from './messages';
import { operation } from './operation';

const errorCode = z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]);

/** A reply that the desk sends by itself when its time has come. */
export const scheduledMessage = z
  .object({
    id,
    ticketId: id,
    author: z.object({ id, displayName: z.string() }),
    content: z.string(),
    format: messageFormat,
    attachments: z.array(attachment),
    replyToId: id.nullable(),
    quote: z.string().nullable(),
    resolve: z.boolean().describe('the ticket is resolved once it is sent'),
    sendAt: time,
    state: z.enum(['WAITING', 'HELD']).describe('HELD: it could not be sent; somebody decides'),
    problem: z
      .object({ code: errorCode, details: z.record(z.string(), z.unknown()) })
      .nullable()
      .describe('of HELD: what the desk said'),
    createdAt: time,
  })
  .meta({ id: 'ScheduledMessage' });
export type ScheduledMessage = z.infer<typeof scheduledMessage>;

/** What `scheduled.removed` brings: it was sent, or somebody has taken it back. */
export const scheduledRemoved = z.object({ id, ticketId: id });

const sendAt = time.describe('at most a year ahead; a moment that has passed sends it soon');

export const listScheduled = operation({
  id: 'scheduled.list',
  method: 'GET',
  path: '/tickets/{id}/scheduled',
  summary: 'Replies that wait for their time, soonest first',
  access: 'ticket.viewPool',
  input: z.strictObject({ id }),
  output: z.object({ items: z.array(scheduledMessage) }),
  status: 200,
  errors: ['not_found', 'forbidden'],
});

export const createScheduled = operation({
  id: 'scheduled.create',
  method: 'POST',
  path: '/tickets/{id}/scheduled',
  summary: 'Send a reply later; it is held when a colleague has answered by then',
  access: 'ticket.reply',
  input: z.strictObject({
    id,
    content: text(LIMITS.content),
    format: messageFormat.default('plain'),
    attachmentIds: z.array(id).max(LIMITS.attachmentsPerMessage).default([]),
    replyToId: id.optional(),
    quote: text(LIMITS.quote).optional(),
    seen: z
      .strictObject({ position: z.number().int(), assigneeId: id.nullable() })
      .optional()
      .describe('as of `messages.create`'),
    resolve: z.boolean().default(false).describe('resolve the ticket with it'),
    sendAt,
  }),
  output: scheduledMessage,
  status: 201,
  errors: ['not_found', 'forbidden', 'validation_failed'],
  offline: true,
});

export const changeScheduled = operation({
  id: 'scheduled.change',
  method: 'PUT',
  path: '/scheduled/{id}',
  summary: 'Another time; a held one is tried again then, whatever was written meanwhile',
  access: 'ticket.reply',
  input: z.strictObject({ id, sendAt }),
  output: scheduledMessage,
  status: 200,
  errors: ['not_found', 'forbidden'],
});

export const cancelScheduled = operation({
  id: 'scheduled.cancel',
  method: 'DELETE',
  path: '/scheduled/{id}',
  summary: 'Do not send it',
  access: 'ticket.reply',
  input: z.strictObject({ id }),
  output: noContent,
  status: 204,
  errors: ['not_found', 'forbidden'],
});
