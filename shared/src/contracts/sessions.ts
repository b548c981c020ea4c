import { z } from 'zod';
import { id, noContent, page, paging, time } from './common';
import { operation } from './operation';

/** One sign-in on one device. */
export const session = z
  .object({
    id,
    kind: z.enum(['CONSOLE', 'MINI_APP']),
    deviceName: z.string(),
    ip: z.string().describe('address at the sign-in'),
    createdAt: time,
    lastUsedAt: time.describe('to a quarter of an hour'),
    isCurrent: z.boolean().describe('the session that asks'),
    endedAt: time.nullable().describe('null: signed in'),
    wipe: z
      .enum(['REQUESTED', 'DONE'])
      .nullable()
      .describe('erasing of what the device keeps: waits for the device, or confirmed by it'),
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof session>;

const whose = id.optional().describe('of a person below you (`people.block`); absent: your own');

export const listSessions = operation({
  id: 'sessions.list',
  method: 'GET',
  path: '/sessions',
  summary: "Signed-in devices, one's own or a person's, last used first",
  access: 'person',
  input: z.strictObject({
    userId: whose,
    state: z
      .enum(['LIVE', 'ALL'])
      .default('LIVE')
      .describe('ALL: also consoles that were signed out in the last 30 days'),
    ...paging,
  }),
  output: page(session),
  status: 200,
  errors: ['not_found', 'forbidden', 'invalid_cursor'],
});

export const revokeSession = operation({
  id: 'sessions.revoke',
  method: 'POST',
  path: '/sessions/{id}/revoke',
  summary: 'Sign a device out within a second; `wipe` also erases what its console keeps',
  access: 'person',
  input: z.strictObject({
    id,
    wipe: z
      .boolean()
      .default(false)
      .describe('the device learns it as `session_revoked` with `details.reason` = `wiped`'),
  }),
  output: noContent,
  status: 204,
  errors: ['not_found', 'forbidden'],
});

export const revokeSessions = operation({
  id: 'sessions.revokeAll',
  method: 'POST',
  path: '/sessions/revoke',
  summary: 'Sign out everywhere; of your own sessions the one that asks stays',
  access: 'person',
  input: z.strictObject({ userId: whose }),
  output: noContent,
  status: 204,
  errors: ['not_found', 'forbidden'],
});
