import { z } from 'zod';
import { LIMITS } from '../tickets';
import { attachment } from './attachments';
import { cursor, id, limit, noContent, page, text, time } from './common';
import { operation } from './operation';

/** What a message is in Telegram's terms; from the console and Mini App it is TEXT with attachments. */
export const MESSAGE_KINDS = [
  'TEXT',
  'PHOTO',
  'DOCUMENT',
  'VOICE',
  'AUDIO',
  'VIDEO',
  'VIDEO_NOTE',
  'ANIMATION',
  'STICKER',
  'LOCATION',
  'CONTACT',
  'OTHER',
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

export const DELIVERY_STATES = ['QUEUED', 'SENDING', 'SENT', 'FAILED', 'UNKNOWN'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export const delivery = z
  .object({
    state: z.enum(DELIVERY_STATES),
    reason: z.string().nullable().describe('what Telegram said, when it refused'),
  })
  .meta({ id: 'Delivery' });

export const messageFormat = z.enum(['plain', 'markdown']);

/** Location, contact or sticker of a Telegram message. */
export const messageExtra = z.object({
  latitude: z.number().optional(),
  longitude: z.number().optional(),
  phoneNumber: z.string().optional(),
  contactName: z.string().optional(),
  emoji: z.string().optional(),
});
export type MessageExtra = z.infer<typeof messageExtra>;

export const message = z
  .object({
    id,
    ticketId: id,
    position: z.number().int().describe('order in the ticket, rising'),
    kind: z.enum(MESSAGE_KINDS),
    author: z.object({
      id: id.nullable(),
      displayName: z.string(),
      side: z.enum(['CUSTOMER', 'STAFF', 'SYSTEM']),
    }),
    content: z.string(),
    format: messageFormat,
    internal: z.boolean().describe('a note that only staff see'),
    extra: messageExtra.nullable(),
    attachments: z.array(attachment),
    replyToId: id.nullable(),
    delivery: delivery.nullable().describe('to Telegram; null when nothing is sent there'),
    createdAt: time,
    editedAt: time.nullable(),
    deletedAt: time.nullable().describe('the content of a deleted message is empty'),
  })
  .meta({ id: 'Message' });
export type Message = z.infer<typeof message>;

export const listMessages = operation({
  id: 'messages.list',
  method: 'GET',
  path: '/tickets/{id}/messages',
  summary: 'The conversation, oldest first',
  access: 'person',
  input: z.strictObject({
    id,
    order: z.enum(['asc', 'desc']).default('asc'),
    limit,
    cursor: cursor.optional(),
  }),
  output: page(message),
  status: 200,
  errors: ['not_found', 'invalid_cursor'],
});

export const createMessage = operation({
  id: 'messages.create',
  method: 'POST',
  path: '/tickets/{id}/messages',
  summary: 'Write to the ticket, or (`internal`) leave a note that only staff see',
  access: 'person',
  input: z.strictObject({
    id,
    content: text(LIMITS.content),
    format: messageFormat.default('plain'),
    internal: z.boolean().default(false),
    attachmentIds: z.array(id).max(LIMITS.attachmentsPerMessage).default([]),
    replyToId: id.optional(),
  }),
  output: message,
  status: 201,
  errors: ['not_found', 'forbidden', 'ticket_closed'],
  offline: true,
});

export const updateMessage = operation({
  id: 'messages.update',
  method: 'PUT',
  path: '/messages/{id}',
  summary: 'Edit a message; earlier texts are kept',
  access: 'person',
  input: z.strictObject({ id, content: text(LIMITS.content).pipe(z.string().min(1)) }),
  output: message,
  status: 200,
  errors: ['not_found', 'forbidden', 'edit_window_passed'],
});

export const deleteMessage = operation({
  id: 'messages.delete',
  method: 'DELETE',
  path: '/messages/{id}',
  summary: 'Take a message out of the conversation; the audit log keeps it',
  access: 'message.delete',
  input: z.strictObject({ id }),
  output: noContent,
  status: 204,
  errors: ['not_found', 'forbidden'],
});
