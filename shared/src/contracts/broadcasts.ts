import { z } from 'zod';
import { BROADCAST_STATES, BROADCAST_TEXT, type BroadcastSegment } from '../broadcasts';
import { id, language, page, paging, text, time } from './common';
import { operation } from './operation';

export const broadcastSegment = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('customers') }),
    z.strictObject({ kind: z.literal('language'), language }),
    z.strictObject({ kind: z.literal('activeTickets') }),
    z.strictObject({ kind: z.literal('category'), categoryId: id }),
    z.strictObject({ kind: z.literal('recent'), days: z.number().int().min(1).max(365) }),
    z.strictObject({ kind: z.literal('staff') }),
  ])
  .meta({ id: 'BroadcastSegment' }) satisfies z.ZodType<BroadcastSegment>;

export const broadcast = z
  .object({
    id,
    author: z.object({ id, displayName: z.string() }),
    segment: broadcastSegment,
    content: z.string(),
    fileName: z.string().nullable().describe('of the picture or document that goes with it'),
    state: z.enum(BROADCAST_STATES),
    recipients: z.number().int().describe('people it is for; of a draft, people it would reach'),
    counts: z.object({
      waiting: z.number().int().describe('nothing was sent to them yet; of a stopped one: never'),
      sent: z.number().int(),
      blocked: z.number().int().describe('they have blocked the bot'),
      failed: z.number().int().describe('refused by Telegram for another reason'),
      unknown: z.number().int().describe('Telegram did not answer; not repeated'),
    }),
    failures: z
      .array(z.object({ reason: z.string(), count: z.number().int() }))
      .describe('the most frequent reasons, without blocked ones'),
    createdAt: time,
    startedAt: time.nullable(),
    finishedAt: time.nullable(),
  })
  .meta({ id: 'Broadcast' });
export type Broadcast = z.infer<typeof broadcast>;

export const listBroadcasts = operation({
  id: 'broadcasts.list',
  method: 'GET',
  path: '/broadcasts',
  summary: 'Broadcasts, newest first, without drafts of others',
  access: 'broadcast.send',
  input: z.strictObject(paging),
  output: page(broadcast),
  status: 200,
  errors: ['invalid_cursor'],
});

export const getBroadcast = operation({
  id: 'broadcasts.get',
  method: 'GET',
  path: '/broadcasts/{id}',
  summary: 'A broadcast with its numbers as they are now',
  access: 'broadcast.send',
  input: z.strictObject({ id }),
  output: broadcast,
  status: 200,
  errors: ['not_found'],
});

export const createBroadcast = operation({
  id: 'broadcasts.create',
  method: 'POST',
  path: '/broadcasts',
  summary: 'Write a broadcast as a draft; nothing is sent before it is started',
  access: 'broadcast.send',
  input: z.strictObject({
    segment: broadcastSegment,
    content: text(BROADCAST_TEXT).refine((value) => value !== '', 'needs text'),
    format: z.enum(['plain', 'markdown']).default('plain'),
  }),
  output: broadcast,
  status: 201,
  errors: ['validation_failed'],
});

export const startBroadcast = operation({
  id: 'broadcasts.start',
  method: 'POST',
  path: '/broadcasts/{id}/start',
  summary: 'Send a draft of your own',
  access: 'broadcast.send',
  input: z.strictObject({ id }),
  output: broadcast,
  status: 200,
  errors: ['not_found', 'conflict'],
});

export const stopBroadcast = operation({
  id: 'broadcasts.stop',
  method: 'POST',
  path: '/broadcasts/{id}/stop',
  summary: 'Stop a broadcast: nothing further leaves; a draft is thrown away',
  access: 'broadcast.send',
  input: z.strictObject({ id }),
  output: broadcast,
  status: 200,
  errors: ['not_found'],
});
