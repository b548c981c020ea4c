import { z } from 'zod';
import { LIMITS } from '../tickets';
import { id, line, noContent, none, time } from './common';
import { operation } from './operation';
import { ticketFilters } from './ticket';

/** Characters of all values together. */
const MOST_FILTERS = 4_000;

/** The query of `GET /tickets` that a view stands for, as it was written. */
export const viewFilters = z
  .record(z.string(), z.string())
  .refine((value) => JSON.stringify(value).length <= MOST_FILTERS, 'too long')
  .refine((value) => ticketFilters.safeParse(value).success, 'not filters of a list of tickets');

const name = line(LIMITS.viewName);

export const savedView = z
  .object({
    id,
    name: z.string(),
    filters: z.record(z.string(), z.string()).describe('a query of `GET /tickets`'),
    shared: z.boolean().describe('the whole team sees it; `me` in it is whoever looks'),
    ownerId: id,
    updatedAt: time,
  })
  .meta({ id: 'SavedView' });
export type SavedView = z.infer<typeof savedView>;

export const listViews = operation({
  id: 'views.list',
  method: 'GET',
  path: '/views',
  summary: "The caller's saved views and the team's, in the caller's order",
  access: 'ticket.viewPool',
  input: none,
  output: z.object({ items: z.array(savedView) }),
  status: 200,
  errors: [],
});

export const countViews = operation({
  id: 'views.counts',
  method: 'GET',
  path: '/views/counts',
  summary: 'How many tickets each of these views holds for the caller, up to 1,000',
  access: 'ticket.viewPool',
  input: none,
  output: z.object({
    counts: z.record(z.string(), z.number().int()).describe('by view; 1000: a thousand or more'),
  }),
  status: 200,
  errors: [],
});

export const createView = operation({
  id: 'views.create',
  method: 'POST',
  path: '/views',
  summary: 'Save a list under a name',
  access: 'ticket.viewPool',
  input: z.strictObject({
    id: id.describe('UUIDv7 made by the caller'),
    name,
    filters: viewFilters,
    shared: z.boolean().default(false).describe('needs `view.share`'),
  }),
  output: savedView,
  status: 201,
  errors: ['forbidden', 'already_exists'],
  offline: true,
});

export const updateView = operation({
  id: 'views.update',
  method: 'PUT',
  path: '/views/{id}',
  summary: "Rename a view, change its list, share it; the team's by its owner or `view.share`",
  access: 'ticket.viewPool',
  input: z.strictObject({
    id,
    name: name.optional(),
    filters: viewFilters.optional(),
    shared: z.boolean().optional(),
  }),
  output: savedView,
  status: 200,
  errors: ['not_found', 'forbidden'],
  offline: true,
});

export const deleteView = operation({
  id: 'views.delete',
  method: 'DELETE',
  path: '/views/{id}',
  summary: 'Remove a view; one that is gone already stays gone',
  access: 'ticket.viewPool',
  input: z.strictObject({ id }),
  output: noContent,
  status: 204,
  errors: ['forbidden'],
  offline: true,
});

export const reorderViews = operation({
  id: 'views.reorder',
  method: 'PUT',
  path: '/views',
  summary: "The caller's own order; views not named follow, the oldest first",
  access: 'ticket.viewPool',
  input: z.strictObject({ ids: z.array(id).max(500) }),
  output: noContent,
  status: 204,
  errors: [],
  offline: true,
});
