import { z } from 'zod';
import { isTimeZone } from '../notices';
import { time } from './common';
import { operation } from './operation';

export const STATS_PERIODS = ['today', '7d', '30d'] as const;
export type StatsPeriod = (typeof STATS_PERIODS)[number];

export const stats = z
  .object({
    scope: z.enum(['own', 'team']).describe('own: tickets assigned to the caller'),
    period: z.enum(STATS_PERIODS),
    since: time.describe('where the period begins: midnight in the zone'),
    open: z.number().int().describe('now: wait for staff'),
    waiting: z.number().int().describe('now: wait for their customer'),
    unassigned: z.number().int().describe('now: nobody has them, and the caller could take them'),
    created: z.number().int().describe('opened in the period'),
    resolved: z.number().int().describe('resolved in the period and not opened again'),
    medianFirstAnswer: z
      .number()
      .int()
      .nullable()
      .describe('whole minutes to the first answer, of tickets first answered in the period'),
    rating: z.number().nullable().describe('mean of the ratings given in the period'),
    ratings: z.number().int(),
  })
  .meta({ id: 'Stats' });
export type Stats = z.infer<typeof stats>;

export const getStats = operation({
  id: 'stats.get',
  method: 'GET',
  path: '/stats',
  summary: "The caller's work, or the team's for whoever sees all tickets",
  access: 'stats.view',
  input: z.strictObject({
    period: z.enum(STATS_PERIODS).default('today'),
    timeZone: z
      .string()
      .refine(isTimeZone, 'unknown time zone')
      .optional()
      .describe("IANA name; the caller's own unless given"),
  }),
  output: stats,
  status: 200,
  errors: [],
});
