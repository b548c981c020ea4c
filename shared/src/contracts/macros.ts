import { z } from 'zod';
import { MACRO_LIMITS, parseTemplate } from '../macros';
import { LIMITS } from '../tickets';
import {
  base,
  id,
  line,
  noContent,
  none,
  text,
  ticketPriority,
  ticketStatus,
  time,
} from './common';
import { operation } from './operation';

/** What a macro does to its ticket when the text is sent; null or empty: nothing. */
export const macroActions = z
  .strictObject({
    status: ticketStatus.nullable().default(null),
    priority: ticketPriority.nullable().default(null),
    addTags: z.array(line(LIMITS.tag)).max(LIMITS.tags).default([]),
    assign: z
      .union([z.enum(['me', 'nobody']), id])
      .nullable()
      .default(null)
      .describe('`me`: whoever uses it'),
  })
  .meta({ id: 'MacroActions' });
export type MacroActions = z.infer<typeof macroActions>;

export const macro = z
  .object({
    id,
    ownerId: id.nullable().describe('whose own it is; null: the whole team has it'),
    name: z.string(),
    texts: z
      .object({ ru: z.string().nullable(), en: z.string().nullable() })
      .describe('markdown with variables: `{{customer.firstName | what to say instead}}`'),
    categoryIds: z.array(id).describe('offered in these categories; empty: in all'),
    actions: macroActions,
    version: z.number().int(),
    updatedAt: time,
  })
  .meta({ id: 'Macro' });
export type Macro = z.infer<typeof macro>;

const body = text(MACRO_LIMITS.body)
  .refine(
    (value) => parseTemplate(value).problems.length === 0,
    'has a variable that does not exist',
  )
  .transform((value) => (value === '' ? null : value))
  .nullable();
const texts = z.strictObject({ ru: body, en: body });
const name = line(MACRO_LIMITS.name);
const categoryIds = z.array(id).max(MACRO_LIMITS.categories);

export const listMacros = operation({
  id: 'macros.list',
  method: 'GET',
  path: '/macros',
  summary: "The caller's own macros and the team's, by name",
  access: 'ticket.viewPool',
  input: none,
  output: z.object({ items: z.array(macro) }),
  status: 200,
  errors: [],
});

export const createMacro = operation({
  id: 'macros.create',
  method: 'POST',
  path: '/macros',
  summary: "Add a macro; one of the team's needs `macro.manage`",
  access: 'ticket.viewPool',
  input: z.strictObject({
    id: id.describe('UUIDv7 made by the caller'),
    team: z.boolean().default(false),
    name,
    texts,
    categoryIds: categoryIds.default([]),
    actions: macroActions.prefault({}),
  }),
  output: macro,
  status: 201,
  errors: ['forbidden', 'already_exists'],
  offline: true,
});

export const updateMacro = operation({
  id: 'macros.update',
  method: 'PUT',
  path: '/macros/{id}',
  summary: "Change a macro; one of the team's needs `macro.manage`",
  access: 'ticket.viewPool',
  input: z.strictObject({
    id,
    name: name.optional(),
    texts: texts.optional(),
    categoryIds: categoryIds.optional(),
    actions: macroActions.optional(),
    base,
  }),
  output: macro,
  status: 200,
  errors: ['not_found', 'forbidden', 'conflict'],
  offline: true,
});

export const deleteMacro = operation({
  id: 'macros.delete',
  method: 'DELETE',
  path: '/macros/{id}',
  summary: 'Remove a macro; one that is gone already stays gone',
  access: 'ticket.viewPool',
  input: z.strictObject({ id }),
  output: noContent,
  status: 204,
  errors: ['forbidden'],
  offline: true,
});
