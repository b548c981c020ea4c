import { z } from 'zod';
import {
  CUSTOMER_NOTICES,
  isTimeZone,
  STAFF_NOTICES,
  type Preferences,
  type PreferencesChange,
} from '../notices';
import { commaList, id, language, page, paging, role, search, time } from './common';
import { operation } from './operation';
import { ticket } from './ticket';

/** What a member of staff says of themselves; it changes nothing by itself. */
export const AVAILABILITIES = ['AVAILABLE', 'BUSY', 'AWAY'] as const;
export const availability = z.enum(AVAILABILITIES);
export type Availability = z.infer<typeof availability>;

/** A person as shown beside what they wrote or hold. */
export const personRef = z
  .object({ id, displayName: z.string(), username: z.string().nullable(), role })
  .meta({ id: 'PersonRef' });
export type PersonRef = z.infer<typeof personRef>;

export const avatarUrl = z
  .string()
  .nullable()
  .describe(
    'path of the small picture of their Telegram profile, for staff, by bearer token: a new one for a new picture; null: none, hidden, or not fetched yet',
  );

/** A person whose face is shown. */
export const personFace = personRef.extend({ avatarUrl }).meta({ id: 'PersonFace' });
export type PersonFace = z.infer<typeof personFace>;

export const user = z
  .object({
    id,
    telegramId: z.string().nullable().describe('Telegram user id as digits'),
    displayName: z.string(),
    firstName: z.string(),
    lastName: z.string().nullable(),
    username: z.string().nullable(),
    language,
    role,
    categoryIds: z.array(id).describe('categories a HELPER works in; empty means all'),
    isActive: z.boolean(),
    botBlocked: z.boolean().describe('the person has blocked the bot'),
    availability: availability.describe('as staff: what the person says of themselves'),
    avatarUrl,
    createdAt: time,
    lastSeenAt: time.nullable(),
  })
  .meta({ id: 'User' });
export type User = z.infer<typeof user>;

function flags<K extends string>(names: readonly K[]) {
  const shape = Object.fromEntries(names.map((name) => [name, z.boolean()]));
  return z.strictObject(shape as Record<K, z.ZodBoolean>);
}

const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .describe('HH:MM');
const quietHours = z
  .strictObject({ from: clock, to: clock })
  .describe('when the bot makes no sound, on the person’s clock; may cross midnight');
const timeZone = z.string().max(64).refine(isTimeZone).describe('IANA name');

/** What a person wants to be told, when without a sound, and on which clock. */
export const preferences = z
  .strictObject({
    customerNotices: flags(CUSTOMER_NOTICES),
    staffNotices: flags(STAFF_NOTICES),
    quietHours: quietHours.nullable(),
    timeZone,
  })
  .meta({ id: 'Preferences' }) satisfies z.ZodType<Preferences>;

/** A part of the preferences; what is absent stays. */
export const preferencesChange = z.strictObject({
  customerNotices: flags(CUSTOMER_NOTICES).partial().optional(),
  staffNotices: flags(STAFF_NOTICES).partial().optional(),
  quietHours: quietHours.nullable().optional(),
  timeZone: timeZone.optional(),
}) satisfies z.ZodType<PreferencesChange>;

/** A person as they see themselves. */
export const me = user.extend({ preferences }).meta({ id: 'Me' });
export type Me = z.infer<typeof me>;

export const listUsers = operation({
  id: 'users.list',
  method: 'GET',
  path: '/users',
  summary: 'People, newest first',
  access: 'people.list',
  input: z.strictObject({
    role: commaList(role).optional(),
    isActive: z.stringbool().optional().describe('false: blocked people only'),
    search: search.optional(),
    ...paging,
  }),
  output: page(user),
  status: 200,
  errors: ['invalid_cursor'],
});

export const getUser = operation({
  id: 'users.get',
  method: 'GET',
  path: '/users/{id}',
  summary: 'A person; a HELPER sees the customers of tickets they may see',
  access: 'person',
  input: z.strictObject({ id }),
  output: user,
  status: 200,
  errors: ['not_found'],
});

export const setUserRole = operation({
  id: 'users.setRole',
  method: 'PUT',
  path: '/users/{id}/role',
  summary: 'Give a person a role below your own',
  access: 'people.setRole',
  input: z.strictObject({ id, role }),
  output: user,
  status: 200,
  errors: ['not_found', 'forbidden', 'last_developer'],
});

export const setUserStatus = operation({
  id: 'users.setStatus',
  method: 'PUT',
  path: '/users/{id}/status',
  summary: 'Block or unblock a person; blocking signs them out at once',
  access: 'people.block',
  input: z.strictObject({ id, isActive: z.boolean() }),
  output: user,
  status: 200,
  errors: ['not_found', 'forbidden', 'last_developer'],
});

export const setUserCategories = operation({
  id: 'users.setCategories',
  method: 'PUT',
  path: '/users/{id}/categories',
  summary: 'Choose the categories whose tickets a HELPER may take',
  access: 'people.setRole',
  input: z.strictObject({
    id,
    categoryIds: z.array(id).max(200).describe('empty: all of them'),
  }),
  output: user,
  status: 200,
  errors: ['not_found', 'forbidden'],
});

export const listUserTickets = operation({
  id: 'users.tickets',
  method: 'GET',
  path: '/users/{id}/tickets',
  summary: "A customer's tickets, as far as the caller may see them, newest first",
  access: 'person',
  input: z.strictObject({ id, ...paging }),
  output: page(ticket),
  status: 200,
  errors: ['not_found', 'invalid_cursor'],
});
