import { z } from 'zod';
import { DEFAULT_RULES } from '../tickets';
import { base, line, text } from './common';
import { operation } from './operation';

/** What an admin has set for the whole desk. Everybody who is signed in may know it. */
export const deskSettings = z
  .object({
    name: z.string().describe('of the desk, as people see it'),
    greeting: z
      .string()
      .nullable()
      .describe('the bot’s first words in Russian, after the name; null: its own'),
    greetingEn: z.string().nullable(),
    reopenDays: z
      .number()
      .int()
      .describe('days after closing in which a customer’s message reopens a ticket'),
    autoCloseHours: z
      .number()
      .int()
      .nullable()
      .describe('hours after which a resolved ticket closes by itself; null: never'),
    editMinutes: z.number().int().describe('minutes in which authors may change their message'),
    offlineLockDays: z
      .number()
      .int()
      .describe('days without contact after which a console locks its local data'),
  })
  .meta({ id: 'DeskSettings' });
export type DeskSettings = z.infer<typeof deskSettings>;

/** What a new desk starts with; also what holds until a program has asked. */
export const DEFAULT_SETTINGS: DeskSettings = {
  name: 'TiketHet',
  greeting: null,
  greetingEn: null,
  ...DEFAULT_RULES,
  offlineLockDays: 7,
};

/** Bounds of the settings that are numbers, both ends included. */
export const SETTING_LIMITS = {
  reopenDays: { min: 0, max: 365 },
  autoCloseHours: { min: 1, max: 8_760 },
  editMinutes: { min: 0, max: 1_440 },
  offlineLockDays: { min: 1, max: 90 },
} as const;
export const DESK_NAME_LENGTH = 64;
export const GREETING_LENGTH = 1_000;

function within({ min, max }: { min: number; max: number }) {
  return z.number().int().min(min).max(max);
}

const greeting = text(GREETING_LENGTH).pipe(z.string().min(1)).nullable();

export const getDesk = operation({
  id: 'desk.get',
  method: 'GET',
  path: '/desk',
  summary: 'The settings of the desk',
  access: 'person',
  input: z.strictObject({}),
  output: deskSettings,
  status: 200,
  errors: [],
});

export const updateDesk = operation({
  id: 'desk.update',
  method: 'PUT',
  path: '/desk',
  summary: 'Change settings of the desk; what is absent stays',
  access: 'desk.manage',
  input: z.strictObject({
    name: line(DESK_NAME_LENGTH).optional(),
    greeting: greeting.optional(),
    greetingEn: greeting.optional(),
    reopenDays: within(SETTING_LIMITS.reopenDays).optional(),
    autoCloseHours: within(SETTING_LIMITS.autoCloseHours).nullable().optional(),
    editMinutes: within(SETTING_LIMITS.editMinutes).optional(),
    offlineLockDays: within(SETTING_LIMITS.offlineLockDays).optional(),
    base,
  }),
  output: deskSettings,
  status: 200,
  errors: ['conflict'],
});
