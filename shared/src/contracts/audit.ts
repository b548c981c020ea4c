import { z } from 'zod';
import { AUDIT_ACTIONS, AUDIT_TARGETS } from '../audit';
import { commaList, id, language, page, paging, search, time } from './common';
import { operation } from './operation';
import { personRef } from './users';

export const auditEntry = z
  .object({
    id,
    at: time,
    actor: personRef.nullable().describe('null: the desk itself'),
    action: z.string().describe('past tense with its resource: `ticket.deleted`'),
    target: z.object({
      type: z.string(),
      id: id.nullable(),
      label: z.string().nullable().describe('what people call it, as far as it is known still'),
    }),
    before: z.unknown().describe('what changed as it was; null: there was nothing to say'),
    after: z.unknown(),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntry = z.infer<typeof auditEntry>;

export const auditFilters = z.strictObject({
  search: search
    .optional()
    .describe('a ticket’s number (#1042), a person’s name, words of what was before or after'),
  actorId: z
    .union([z.literal('desk'), id])
    .optional()
    .describe('a person, or `desk` for what it did by itself'),
  action: commaList(z.enum(AUDIT_ACTIONS)).optional(),
  targetType: z.enum(AUDIT_TARGETS).optional(),
  from: time.optional().describe('at this moment or later'),
  to: time.optional().describe('before this moment'),
});
export type AuditFilters = z.input<typeof auditFilters>;

export const listAudit = operation({
  id: 'audit.list',
  method: 'GET',
  path: '/audit',
  summary: 'Who changed what, newest first; a search looks at the 500 newest matches',
  access: 'audit.view',
  input: auditFilters.extend(paging),
  output: page(auditEntry),
  status: 200,
  errors: ['invalid_cursor'],
});

export const exportAudit = operation({
  id: 'audit.export',
  method: 'GET',
  path: '/audit/export',
  summary: 'Where the same list can be fetched as a CSV file for some minutes, all of it',
  access: 'audit.view',
  input: auditFilters.extend({ language: language.default('ru') }),
  output: z.object({ url: z.string(), fileName: z.string() }),
  status: 200,
  errors: [],
});
