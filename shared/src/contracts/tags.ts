import { z } from 'zod';
import { LIMITS } from '../tickets';
import { base, id, line, noContent } from './common';
import { operation } from './operation';

export const tag = z
  .object({
    id,
    name: z.string().describe('what tickets carry; unique whatever its case'),
    color: z.string().nullable().describe('#RRGGBB; null: the program’s own'),
  })
  .meta({ id: 'Tag' });
export type Tag = z.infer<typeof tag>;

/** A tag that everybody uses is not counted to its end. */
export const TAG_COUNT_CAP = 1_000;
/** Tags that a desk may have. */
export const MOST_TAGS = 500;

const color = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/)
  .nullable();

export const listTags = operation({
  id: 'tags.list',
  method: 'GET',
  path: '/tags',
  summary: 'The desk’s tags by name (at most 500), for staff',
  access: 'person',
  input: z.strictObject({}),
  output: z.object({ items: z.array(tag) }),
  status: 200,
  errors: ['forbidden'],
});

export const countTags = operation({
  id: 'tags.usage',
  method: 'GET',
  path: '/tags/usage',
  summary: 'How many tickets carry each tag; 1000 means a thousand or more',
  access: 'tag.manage',
  input: z.strictObject({}),
  output: z.object({ items: z.array(z.object({ id, tickets: z.number().int() })) }),
  status: 200,
  errors: [],
});

export const createTag = operation({
  id: 'tags.create',
  method: 'POST',
  path: '/tags',
  summary: 'Add a tag; a new name on a ticket adds one as well',
  access: 'tag.manage',
  input: z.strictObject({ name: line(LIMITS.tag), color: color.optional() }),
  output: tag,
  status: 201,
  errors: ['already_exists'],
});

export const updateTag = operation({
  id: 'tags.update',
  method: 'PUT',
  path: '/tags/{id}',
  summary: 'Rename or colour a tag; its tickets follow within a minute',
  access: 'tag.manage',
  input: z.strictObject({ id, name: line(LIMITS.tag).optional(), color: color.optional(), base }),
  output: tag,
  status: 200,
  errors: ['not_found', 'already_exists', 'conflict'],
});

export const mergeTag = operation({
  id: 'tags.merge',
  method: 'POST',
  path: '/tags/{id}/merge',
  summary: 'Put another tag in the place of this one everywhere; its tickets follow',
  access: 'tag.manage',
  input: z.strictObject({ id, intoId: id }),
  output: tag,
  status: 200,
  errors: ['not_found'],
});

export const deleteTag = operation({
  id: 'tags.delete',
  method: 'DELETE',
  path: '/tags/{id}',
  summary: 'Take a tag from the desk and from all its tickets',
  access: 'tag.manage',
  input: z.strictObject({ id }),
  output: noContent,
  status: 204,
  errors: ['not_found'],
});
