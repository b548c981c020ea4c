import { z } from 'zod';
import { DELIVERY_REASONS, DELIVERY_STATES } from '../deliveries';
import { LIMITS } from '../tickets';
import { attachment } from './attachments';
import { id, MESSAGE_KINDS, noContent, page, paging, text, time } from './common';
import { operation } from './operation';
import { reaction, reactionEmoji } from './reactions';
import { ticketRef } from './ticket';

export const delivery = z
  .object({
    state: z.enum(DELIVERY_STATES),
    reason: z
      .enum(DELIVERY_REASONS)
      .nullable()
      .describe('why it did not arrive, or why it still waits'),
    detail: z.string().nullable().describe('what Telegram said, in its own words'),
  })
  .meta({ id: 'Delivery' });

/** Telegram has its own rules for what bots may still change. */
export const chatChange = z
  .object({
    kind: z.enum(['EDIT', 'DELETE']),
    state: z.enum(DELIVERY_STATES).describe('FAILED: only the copy of the desk has changed'),
    reason: z
      .enum(DELIVERY_REASONS)
      .nullable()
      .describe('why it did not arrive, or why it still waits'),
    detail: z.string().nullable().describe('what Telegram said, in its own words'),
  })
  .meta({ id: 'ChatChange' });
export type ChatChange = z.infer<typeof chatChange>;

export const messageFormat = z.enum(['plain', 'markdown']);

/** What a message of the kind OTHER was in Telegram. */
export const OTHER_CONTENT = [
  'DICE',
  'POLL',
  'STORY',
  'GAME',
  'INVOICE',
  'PAID_MEDIA',
  'CHECKLIST',
  'GIVEAWAY',
  'UNKNOWN',
] as const;
export type OtherContent = (typeof OTHER_CONTENT)[number];

/** What Telegram says of a message besides text and files. */
export const messageExtra = z.object({
  /** Of the kind OTHER: what it was. */
  other: z.enum(OTHER_CONTENT).optional(),
  /** Of a deleted message: the number of the ticket that its customer moved it to. */
  movedTo: z.number().int().optional(),
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
    quote: z.string().nullable().describe('the part of the message replied to that is meant'),
    reactions: z.array(reaction),
    mentions: z
      .array(z.object({ id, displayName: z.string() }))
      .describe('colleagues whom a note addresses; its text says `@` and their name'),
    delivery: delivery.nullable().describe('to Telegram; null when nothing is sent there'),
    chatChange: chatChange
      .nullable()
      .describe('of the newest edit or deletion in the chat; null: none, or not for the reader'),
    origin: ticketRef
      .nullable()
      .describe('the merged ticket that it was written in; null: in this one'),
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
    ...paging,
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
    quote: text(LIMITS.quote)
      .optional()
      .describe('the part of the message replied to that is meant, as it stands there'),
    mentionIds: z
      .array(id)
      .max(LIMITS.mentions)
      .optional()
      .describe('of a note: colleagues to tell of it; they keep sight of the ticket'),
    seen: z
      .strictObject({ position: z.number().int(), assigneeId: id.nullable() })
      .optional()
      .describe(
        'what staff saw when they wrote a reply: when a colleague has answered or got the ticket ' +
          'since, it is refused as a `conflict` that says who and when',
      ),
  }),
  output: message,
  status: 201,
  errors: ['not_found', 'forbidden', 'ticket_closed', 'conflict'],
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

export const reactToMessage = operation({
  id: 'messages.react',
  method: 'PUT',
  path: '/messages/{id}/reaction',
  summary:
    "Set one's reaction to a message (null: take it back); staff's newest stands in the chat",
  access: 'person',
  input: z.strictObject({ id, emoji: reactionEmoji.nullable() }),
  output: message,
  status: 200,
  errors: ['not_found', 'forbidden'],
  offline: true,
});

export const messageRevision = z
  .object({
    id,
    content: z.string().describe('the text before the edit'),
    format: messageFormat,
    editor: z.object({ id: id.nullable(), displayName: z.string() }),
    replacedAt: time,
  })
  .meta({ id: 'MessageRevision' });
export type MessageRevision = z.infer<typeof messageRevision>;

export const listRevisions = operation({
  id: 'messages.revisions',
  method: 'GET',
  path: '/messages/{id}/revisions',
  summary:
    'Earlier texts, oldest first (the newest hundred); customers read those of their own messages',
  access: 'person',
  input: z.strictObject({ id }),
  output: z.object({ items: z.array(messageRevision) }),
  status: 200,
  errors: ['not_found', 'forbidden'],
});

export const resendDelivery = operation({
  id: 'deliveries.resend',
  method: 'POST',
  path: '/messages/{id}/resend',
  summary:
    'Send a message to Telegram again that failed or may not have arrived; parts that are known ' +
    'to stand in the chat are left out',
  access: 'ticket.reply',
  input: z.strictObject({ id }),
  output: message,
  status: 200,
  errors: ['not_found', 'forbidden', 'not_resendable'],
  offline: true,
});
