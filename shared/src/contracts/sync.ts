import { z } from 'zod';
import { feedEvent } from '../events';
import { cursor, id, noContent } from './common';
import { message } from './messages';
import { operation } from './operation';
import { ticket } from './ticket';
import { user } from './users';

export const readFeed = operation({
  id: 'sync.read',
  method: 'GET',
  path: '/sync',
  summary: 'Events after a cursor, oldest first; without one, the cursor of now',
  access: 'person',
  input: z.strictObject({
    cursor: cursor.optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  output: z.object({ items: z.array(feedEvent), nextCursor: z.string() }),
  status: 200,
  errors: ['invalid_cursor', 'cursor_expired'],
});

/** A ticket with the end of its conversation. */
export const snapshotItem = z.object({
  ticket,
  messages: z.array(message).max(100).describe('the newest ones, oldest first'),
  complete: z.boolean().describe('`messages` is the whole conversation'),
});
export type SnapshotItem = z.infer<typeof snapshotItem>;

export const readSnapshot = operation({
  id: 'sync.snapshot',
  method: 'GET',
  path: '/sync/snapshot',
  summary:
    'What staff work with, page by page: tickets touched in the last 30 days, active, own and pinned ones',
  access: 'ticket.viewPool',
  input: z.strictObject({
    cursor: cursor.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  output: z.object({
    items: z.array(snapshotItem),
    people: z.array(user).describe('customers of these tickets, for who may list people'),
    nextCursor: z.string().nullable(),
  }),
  status: 200,
  errors: ['invalid_cursor'],
});

export const command = z.strictObject({
  key: z.string().min(1).max(200).describe('idempotency key, unique to the person'),
  operation: z.string().min(1).max(100).describe('id of an operation that changes something'),
  input: z.record(z.string(), z.unknown()),
  baseVersion: z.number().int().min(1).optional().describe('the `version` the change is based on'),
});
export type Command = z.infer<typeof command>;

export const commandResult = z.object({
  key: z.string(),
  status: z.number().int().describe('the HTTP status the operation alone would have had'),
  body: z.unknown().describe('its output, or the error envelope'),
});
export type CommandResult = z.infer<typeof commandResult>;

export const runCommands = operation({
  id: 'commands.run',
  method: 'POST',
  path: '/commands',
  summary: 'Run several changing operations in order; one result each',
  access: 'person',
  input: z.strictObject({ commands: z.array(command).min(1).max(100) }),
  output: z.object({ results: z.array(commandResult) }),
  status: 200,
  errors: [],
});

export const sendTyping = operation({
  id: 'tickets.typing',
  method: 'POST',
  path: '/tickets/{id}/typing',
  summary: 'Say that the caller is typing; customers in the chat see it too',
  access: 'person',
  input: z.strictObject({ id }),
  output: noContent,
  status: 204,
  errors: ['not_found'],
});
