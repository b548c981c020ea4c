import { z } from 'zod';
import { noContent, none, time } from './common';
import { operation } from './operation';

export const getSummary = operation({
  id: 'me.summary',
  method: 'GET',
  path: '/me/summary',
  summary: "The caller's picture and what they have at the desk as a customer",
  access: 'person',
  input: none,
  output: z.object({
    avatarUrl: z
      .string()
      .nullable()
      .describe('path with a signature that lives minutes; null: no picture, or not fetched yet'),
    openTickets: z.number().int(),
    finishedTickets: z.number().int().describe('resolved or closed'),
    ratings: z.number().int(),
    averageRating: z.number().nullable().describe('1 to 5, one decimal'),
  }),
  status: 200,
  errors: [],
});

export const exportMe = operation({
  id: 'me.export',
  method: 'POST',
  path: '/me/export',
  summary: 'Where to download everything the desk keeps about the caller, as one JSON file',
  access: 'person',
  input: none,
  output: z.object({
    url: z.string().describe('path with a signature; works without a bearer token'),
    fileName: z.string(),
    expiresAt: time,
  }),
  status: 200,
  errors: [],
});

export const eraseMe = operation({
  id: 'me.erase',
  method: 'POST',
  path: '/me/erase',
  summary: 'Erase the caller: names, Telegram account, texts and files; it cannot be undone',
  access: 'person',
  input: z.strictObject({
    confirmation: z.string().max(50).describe('the word DELETE or УДАЛИТЬ, typed by the person'),
  }),
  output: noContent,
  status: 204,
  errors: ['forbidden'],
});
