import { z } from 'zod';
import { NOTIFICATION_KINDS } from '../notices';
import { attachment } from './attachments';
import { id, MESSAGE_KINDS, noContent, page, paging, ticketStatus, time } from './common';
import { operation } from './operation';
import { avatarUrl } from './users';

export const notification = z
  .object({
    id,
    kind: z.enum(NOTIFICATION_KINDS),
    ticket: z
      .object({ id, number: z.number().int(), title: z.string() })
      .nullable()
      .describe('null: it is about no ticket'),
    personName: z.string().nullable().describe('who caused it, where that is worth telling'),
    personId: id.nullable().describe('who that is, for staff'),
    avatarUrl,
    status: ticketStatus.nullable().describe('of STATUS: the new one'),
    messageId: id.nullable().describe('of what was written; null: none, or it was deleted'),
    messageKind: z.enum(MESSAGE_KINDS).nullable(),
    attachment: attachment.nullable().describe('the first file of the message'),
    text: z.string().describe('the beginning of the message, or the whole news; may be empty'),
    count: z.number().int().describe('how many messages of the ticket it stands for'),
    createdAt: time,
    readAt: time.nullable(),
  })
  .meta({ id: 'Notification' });
export type Notification = z.infer<typeof notification>;

const unread = z.number().int().describe('notifications not read yet, 1000 at the most');

/** What `notification.created` brings. */
export const notificationCreated = z.object({
  notification,
  /** An earlier one that it stands for now as well. */
  replacesId: id.nullable(),
  unread,
});
/** What `notification.read` brings: the person has read elsewhere, or a colleague took it over. */
export const notificationRead = z.object({
  unread,
  ticketId: id.nullable().optional().describe('only those about this ticket; null: of any'),
});
/** What `notification.tried` brings: a trial of the way to the person's devices. */
export const notificationTried = z.object({ trialId: id });

export const listNotifications = operation({
  id: 'notifications.list',
  method: 'GET',
  path: '/notifications',
  summary: 'What happened for the caller, newest first; kept for 90 days, 500 at the most',
  access: 'person',
  input: z.strictObject(paging),
  output: page(notification).extend({ unread }),
  status: 200,
  errors: ['invalid_cursor'],
});

export const readNotifications = operation({
  id: 'notifications.read',
  method: 'PUT',
  path: '/notifications/read',
  summary: 'Mark as read: one, those of a ticket, one and all older ones, or all',
  access: 'person',
  input: z
    .strictObject({
      id: id.optional().describe('this one'),
      ticketId: id.optional().describe('those about this ticket'),
      upTo: id.optional().describe('this one and all older ones'),
    })
    .describe('nothing said: all'),
  output: z.object({ unread }),
  status: 200,
  errors: [],
  offline: true,
});

export const tryNotifications = operation({
  id: 'notifications.try',
  method: 'POST',
  path: '/notifications/trial',
  summary: 'Send the caller’s own devices a sign of life through the feed: `notification.tried`',
  access: 'person',
  input: z.strictObject({ trialId: id.describe('made by the caller, to know it again') }),
  output: noContent,
  status: 204,
  errors: [],
});
