import { z } from 'zod';
import { LIMITS } from '../tickets';
import { base, id, line, noContent, text } from './common';
import { operation } from './operation';

export const category = z
  .object({
    id,
    slug: z.string().describe('for deep links: A–Z a–z 0–9 _ -'),
    name: z.string(),
    nameEn: z.string().nullable().describe('shown to people who use English'),
    description: z.string(),
    descriptionEn: z.string().nullable(),
    icon: z.string().describe('one emoji'),
    color: z.string().describe('#RRGGBB'),
    sortOrder: z.number().int(),
    isActive: z.boolean(),
  })
  .meta({ id: 'Category' });
export type Category = z.infer<typeof category>;

const fields = {
  name: line(LIMITS.categoryName),
  nameEn: line(LIMITS.categoryName).nullable(),
  description: text(500),
  descriptionEn: text(500).nullable(),
  icon: line(16),
  color: z.string().regex(/^#[0-9a-fA-F]{6}$/),
  sortOrder: z.number().int().min(0).max(10_000),
  isActive: z.boolean(),
};

export const listCategories = operation({
  id: 'categories.list',
  method: 'GET',
  path: '/categories',
  summary: 'Categories in their order (at most 200); inactive ones only for staff',
  access: 'person',
  input: z.strictObject({}),
  output: z.object({ items: z.array(category) }),
  status: 200,
  errors: [],
});

/** How long first answers have really taken. */
export const answerTime = z
  .object({
    categoryId: id,
    medianMinutes: z.number().int().describe('half of the first answers came within this time'),
    p90Minutes: z.number().int().describe('nine of ten first answers came within this time'),
    samples: z.number().int().describe('tickets of the last 30 days behind the figures'),
  })
  .meta({ id: 'AnswerTime' });
export type AnswerTime = z.infer<typeof answerTime>;

export const listAnswerTimes = operation({
  id: 'categories.answerTimes',
  method: 'GET',
  path: '/categories/answer-times',
  summary: 'How soon first answers usually come; a category with too few tickets is left out',
  access: 'person',
  input: z.strictObject({}),
  output: z.object({ items: z.array(answerTime) }),
  status: 200,
  errors: [],
});

export const createCategory = operation({
  id: 'categories.create',
  method: 'POST',
  path: '/categories',
  summary: 'Add a category',
  access: 'category.manage',
  input: z.strictObject({
    name: fields.name,
    nameEn: fields.nameEn.optional(),
    description: fields.description.optional(),
    descriptionEn: fields.descriptionEn.optional(),
    icon: fields.icon.optional(),
    color: fields.color.optional(),
    sortOrder: fields.sortOrder.optional(),
    slug: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,50}$/)
      .optional()
      .describe('made from the name when absent'),
  }),
  output: category,
  status: 201,
  errors: ['already_exists'],
});

export const updateCategory = operation({
  id: 'categories.update',
  method: 'PUT',
  path: '/categories/{id}',
  summary: 'Change a category',
  access: 'category.manage',
  input: z.strictObject({
    id,
    name: fields.name.optional(),
    nameEn: fields.nameEn.optional(),
    description: fields.description.optional(),
    descriptionEn: fields.descriptionEn.optional(),
    icon: fields.icon.optional(),
    color: fields.color.optional(),
    sortOrder: fields.sortOrder.optional(),
    isActive: fields.isActive.optional(),
    base,
  }),
  output: category,
  status: 200,
  errors: ['not_found', 'already_exists', 'category_in_use', 'conflict'],
});

export const reorderCategories = operation({
  id: 'categories.reorder',
  method: 'PUT',
  path: '/category-order',
  summary: 'Put categories in a new order; those left out follow as they stood',
  access: 'category.manage',
  input: z.strictObject({ ids: z.array(id).min(1).max(200) }),
  output: z.object({ items: z.array(category) }),
  status: 200,
  errors: ['not_found'],
});

export const deleteCategory = operation({
  id: 'categories.delete',
  method: 'DELETE',
  path: '/categories/{id}',
  summary: 'Delete a category without tickets (one with tickets can be made inactive)',
  access: 'category.manage',
  input: z.strictObject({ id }),
  output: noContent,
  status: 204,
  errors: ['not_found', 'category_in_use'],
});
