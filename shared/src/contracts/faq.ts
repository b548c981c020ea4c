import { z } from 'zod';
import { FAQ_LIMITS } from '../faq';
import { id, language, line, noContent, page, paging, search, text, time } from './common';
import { operation } from './operation';

/** An article in lists: enough to choose it. */
export const faqHead = z
  .object({
    id,
    slug: z.string().describe('for deep links: `faq_<slug>`'),
    categoryId: id.nullable().describe('null: about the desk as a whole'),
    language: language.describe('of title and body; the other one where the asked one is missing'),
    title: z.string(),
    excerpt: z.string().describe('how the body begins, as plain text'),
  })
  .meta({ id: 'FaqHead' });
export type FaqHead = z.infer<typeof faqHead>;

export const faqArticle = faqHead
  .extend({
    body: z.string().describe('markdown as messages of staff have it'),
    myVote: z.boolean().nullable().describe('whether it helped the reader; null: not said'),
    link: z.string().describe('opens it in Telegram; for sharing'),
    updatedAt: time,
  })
  .meta({ id: 'FaqArticle' });
export type FaqArticle = z.infer<typeof faqArticle>;

const writtenText = z
  .object({ title: z.string(), body: z.string(), keywords: z.array(z.string()) })
  .meta({ id: 'FaqText' });
export type FaqText = z.infer<typeof writtenText>;

/** An article as those who write it see it, in lists: without its bodies. */
export const faqEntryHead = z
  .object({
    id,
    slug: z.string(),
    categoryId: id.nullable(),
    sortOrder: z.number().int(),
    isPublished: z.boolean(),
    helpful: z.number().int(),
    unhelpful: z.number().int(),
    titles: z.object({ ru: z.string().nullable(), en: z.string().nullable() }),
    version: z.number().int(),
    updatedAt: time,
  })
  .meta({ id: 'FaqEntryHead' });
export type FaqEntryHead = z.infer<typeof faqEntryHead>;

export const faqEntry = faqEntryHead
  .extend({ texts: z.object({ ru: writtenText.nullable(), en: writtenText.nullable() }) })
  .meta({ id: 'FaqEntry' });
export type FaqEntry = z.infer<typeof faqEntry>;

const newText = z.strictObject({
  title: line(FAQ_LIMITS.title),
  body: text(FAQ_LIMITS.body).pipe(z.string().min(1)),
  keywords: z
    .array(line(FAQ_LIMITS.keyword))
    .max(FAQ_LIMITS.keywords)
    .default([])
    .describe('other words by which people look for it'),
});
const newTexts = z.strictObject({ ru: newText.nullable(), en: newText.nullable() });
const inLanguage = language.optional().describe("the person's own when absent");
const slug = z.string().regex(/^[a-z0-9-]{1,50}$/);

export const getFaqOverview = operation({
  id: 'faq.overview',
  method: 'GET',
  path: '/faq',
  summary: 'Where the help begins: articles that helped most, and how many each category has',
  access: 'person',
  input: z.strictObject({ language: inLanguage }),
  output: z.object({
    popular: z.array(faqHead).describe('at most 5'),
    categories: z.array(z.object({ categoryId: id.nullable(), articles: z.number().int() })),
  }),
  status: 200,
  errors: [],
});

export const listFaq = operation({
  id: 'faq.list',
  method: 'GET',
  path: '/faq/articles',
  summary: 'Published articles in their order',
  access: 'person',
  input: z.strictObject({
    categoryId: z
      .union([id, z.literal('none')])
      .optional()
      .describe('`none`: those without one'),
    language: inLanguage,
    ...paging,
  }),
  output: page(faqHead),
  status: 200,
  errors: ['invalid_cursor'],
});

export const getFaqArticle = operation({
  id: 'faq.get',
  method: 'GET',
  path: '/faq/articles/{key}',
  summary: 'A published article by its id or slug',
  access: 'person',
  input: z.strictObject({ key: z.union([id, slug]), language: inLanguage }),
  output: faqArticle,
  status: 200,
  errors: ['not_found'],
});

export const searchFaq = operation({
  id: 'faq.search',
  method: 'GET',
  path: '/faq/search',
  summary:
    'Published articles that match words of either language, best first (at most 20); typos, ' +
    'other forms, the wrong keyboard and Latin letters are understood',
  access: 'person',
  input: z.strictObject({ search, language: inLanguage }),
  output: z.object({ items: z.array(faqHead) }),
  status: 200,
  errors: [],
});

export const suggestFaq = operation({
  id: 'faq.suggest',
  method: 'POST',
  path: '/faq/suggest',
  summary: 'Up to 3 articles that probably answer what somebody is writing; none when none does',
  access: 'person',
  input: z.strictObject({
    text: z.string().max(20_000).describe(`the first ${FAQ_LIMITS.suggestText} characters count`),
    categoryId: id.optional().describe('articles of this category are preferred'),
    language: inLanguage,
  }),
  output: z.object({ items: z.array(faqHead) }),
  status: 200,
  errors: ['rate_limited'],
});

export const voteFaq = operation({
  id: 'faq.vote',
  method: 'PUT',
  path: '/faq/articles/{id}/vote',
  summary: 'Say whether an article helped; the last word of a person counts',
  access: 'person',
  input: z.strictObject({ id, helpful: z.boolean().nullable().describe('null takes it back') }),
  output: z.object({ myVote: z.boolean().nullable() }),
  status: 200,
  errors: ['not_found'],
});

export const listFaqEntries = operation({
  id: 'faq.entries',
  method: 'GET',
  path: '/faq/entries',
  summary: 'Articles for those who write them, drafts too, in their order',
  access: 'faq.manage',
  input: z.strictObject({
    categoryId: z.union([id, z.literal('none')]).optional(),
    ...paging,
  }),
  output: page(faqEntryHead),
  status: 200,
  errors: ['invalid_cursor'],
});

export const getFaqEntry = operation({
  id: 'faq.entry',
  method: 'GET',
  path: '/faq/entries/{id}',
  summary: 'An article with its texts in both languages',
  access: 'faq.manage',
  input: z.strictObject({ id }),
  output: faqEntry,
  status: 200,
  errors: ['not_found'],
});

export const createFaqEntry = operation({
  id: 'faq.create',
  method: 'POST',
  path: '/faq/entries',
  summary: 'Add an article at the end of its category; it needs a text in one language at least',
  access: 'faq.manage',
  input: z.strictObject({
    categoryId: id.nullable().optional(),
    texts: newTexts,
    isPublished: z.boolean().default(false),
    slug: slug.optional().describe('made from the title when absent; never changes'),
  }),
  output: faqEntry,
  status: 201,
  errors: ['already_exists'],
});

export const updateFaqEntry = operation({
  id: 'faq.update',
  method: 'PUT',
  path: '/faq/entries/{id}',
  summary: 'Change an article',
  access: 'faq.manage',
  input: z.strictObject({
    id,
    version: z.number().int().optional().describe('the one it is based on'),
    categoryId: id.nullable().optional(),
    texts: newTexts.optional(),
    isPublished: z.boolean().optional(),
  }),
  output: faqEntry,
  status: 200,
  errors: ['not_found', 'conflict'],
});

export const deleteFaqEntry = operation({
  id: 'faq.delete',
  method: 'DELETE',
  path: '/faq/entries/{id}',
  summary: 'Delete an article (the audit log keeps it)',
  access: 'faq.manage',
  input: z.strictObject({ id }),
  output: noContent,
  status: 204,
  errors: ['not_found'],
});

export const reorderFaq = operation({
  id: 'faq.reorder',
  method: 'PUT',
  path: '/faq/order',
  summary: 'Put the articles of a category in this order; those not named follow as they were',
  access: 'faq.manage',
  input: z.strictObject({
    categoryId: id.nullable(),
    ids: z.array(id).min(1).max(FAQ_LIMITS.reorder),
  }),
  output: noContent,
  status: 204,
  errors: ['not_found'],
});
