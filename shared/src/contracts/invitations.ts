import { z } from 'zod';
import { ROLES } from '../permissions';
import { id, noContent, page, paging, role, time } from './common';
import { operation } from './operation';

const person = z.object({ id, displayName: z.string() });

export const invitation = z
  .object({
    id,
    role,
    username: z
      .string()
      .nullable()
      .describe('whom it is for, without @; null: whoever comes first'),
    isOffered: z.boolean().describe('the bot has shown it to them'),
    createdBy: person,
    createdAt: time,
    expiresAt: time,
    state: z.enum(['OPEN', 'USED', 'EXPIRED', 'REVOKED']),
    usedBy: person.nullable(),
    usedAt: time.nullable(),
  })
  .meta({ id: 'Invitation' });
export type Invitation = z.infer<typeof invitation>;

export const listInvitations = operation({
  id: 'invitations.list',
  method: 'GET',
  path: '/invitations',
  summary: 'Invitations to the team, newest first',
  access: 'people.setRole',
  input: z.strictObject(paging),
  output: page(invitation),
  status: 200,
  errors: ['invalid_cursor'],
});

export const createInvitation = operation({
  id: 'invitations.create',
  method: 'POST',
  path: '/invitations',
  summary:
    'Make a link that gives the first person who opens it a role, for 24 hours; with a Telegram ' +
    'name only that person, to whom the bot also shows it as soon as it may',
  access: 'people.setRole',
  input: z.strictObject({
    role: z.enum(ROLES).exclude(['USER']),
    username: z
      .string()
      .regex(/^@?[A-Za-z0-9_]{4,32}$/)
      .transform((name) => name.replace('@', '').toLowerCase())
      .optional(),
  }),
  output: z.object({
    invitation,
    link: z.url().describe('opens the bot; shown this once, the desk keeps only its hash'),
  }),
  status: 201,
  errors: ['forbidden', 'already_exists'],
});

export const revokeInvitation = operation({
  id: 'invitations.revoke',
  method: 'DELETE',
  path: '/invitations/{id}',
  summary: 'Make an invitation that nobody has used worthless',
  access: 'people.setRole',
  input: z.strictObject({ id }),
  output: noContent,
  status: 204,
  errors: ['not_found', 'forbidden'],
});
