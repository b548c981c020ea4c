import { CUSTOMER_NOTICES, isTimeZone, STAFF_NOTICES } from '@tikethet/shared/notices';
import { TICKET_PRIORITIES } from '@tikethet/shared/tickets';
import { STATS_PERIODS } from '@tikethet/shared/contracts';
import { ROLES } from '@tikethet/shared/permissions';
import { z } from 'zod';

/** Ids travel as 22 characters: Telegram gives a button 64 bytes. */
const shortId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{22}$/)
  .transform((text) => {
    const hex = Buffer.from(text, 'base64url').toString('hex');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  })
  .pipe(z.uuid());

/** An id as it stands in a button. */
export function shorten(id: string): string {
  return Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
}

const rating = z
  .string()
  .regex(/^[1-5]$/)
  .transform(Number);

/** Screens of the settings that a button leads to. */
const SETTINGS_SCREENS = [
  'main',
  'notices',
  'staff',
  'quiet',
  'quietFrom',
  'zone',
  'language',
] as const;
export type SettingsScreen = (typeof SETTINGS_SCREENS)[number];

/** `2230`, as `22:30`: colons divide arguments. */
const clock = z
  .string()
  .regex(/^([01]\d|2[0-3])[0-5]\d$/)
  .transform((digits) => `${digits.slice(0, 2)}:${digits.slice(2)}`);
const onOff = z.enum(['on', 'off']);
const language = z.enum(['ru', 'en']);

/** Whom a broadcast is for, short; `cat` asks which category. */
export const SEGMENT_CODES = ['all', 'ru', 'en', 'active', 'cat', 'd7', 'd30', 'team'] as const;
export type SegmentCode = (typeof SEGMENT_CODES)[number];

/** What a button may carry, by its code: the arguments after it, divided by colons. */
export const CALLBACK_ARGS = {
  /** Choose the category of a ticket: ticket, category. */
  cat: z.tuple([shortId, shortId]),
  /** Choose its priority, or `-` to leave it: ticket, priority. */
  pri: z.tuple([shortId, z.enum([...TICKET_PRIORITIES, '-'])]),
  /** Write to this ticket from now on. */
  use: z.tuple([shortId]),
  /** Show the list of one's tickets. */
  list: z.tuple([]),
  close: z.tuple([shortId]),
  reopen: z.tuple([shortId]),
  rate: z.tuple([shortId, rating]),
  /** Show where this message may go. */
  move: z.tuple([shortId]),
  /** Move this message to that ticket, or (`-`) to a new one. */
  moveTo: z.tuple([shortId, shortId.or(z.literal('-'))]),
  /** Leave this message where it is. */
  stay: z.tuple([shortId]),
  /** Staff takes a ticket. */
  take: z.tuple([shortId]),
  /** Add a word to the rating of this ticket. */
  comment: z.tuple([shortId]),
  /** What a new ticket will be about. */
  about: z.tuple([shortId]),
  /** Show what a new ticket may be about. */
  topics: z.tuple([]),
  /** After `/language`. */
  lang: z.tuple([language]),
  /** Show a screen of the settings. */
  set: z.tuple([z.enum(SETTINGS_SCREENS)]),
  /** What a customer is told of: which, whether. */
  notice: z.tuple([z.enum(CUSTOMER_NOTICES), onOff]),
  /** What a member of staff is told of. */
  work: z.tuple([z.enum(STAFF_NOTICES), onOff]),
  /** Quiet hours: from, to. */
  quiet: z.tuple([clock, clock]),
  /** When quiet hours begin; when they end is asked next. */
  from: z.tuple([clock]),
  /** No quiet hours. */
  loud: z.tuple([]),
  zone: z.tuple([z.string().refine(isTimeZone)]),
  /** A page of time zones. */
  zones: z.tuple([z.string().regex(/^\d$/).transform(Number)]),
  /** The language, in the settings. */
  speak: z.tuple([language]),
  /** The settings are done. */
  done: z.tuple([]),
  /** Show the card of a ticket to staff. */
  card: z.tuple([shortId]),
  /** Staff works on the ticket of a card. */
  act: z.tuple([z.enum(['take', 'release', 'resolve', 'reopen', 'look']), shortId]),
  /** Show the queue from its beginning. */
  queue: z.tuple([]),
  /** Show the queue before or after a place: priority, time, ticket. */
  queueat: z.tuple([
    z.enum(['b', 'a']),
    z
      .string()
      .regex(/^[0-3]$/)
      .transform(Number),
    z
      .string()
      .regex(/^[0-9a-z]{1,9}$/)
      .transform((text) => parseInt(text, 36)),
    shortId,
  ]),
  stats: z.tuple([z.enum(STATS_PERIODS)]),
  admin: z.tuple([]),
  /** Show what one's role may do. */
  roles: z.tuple([]),
  /** Ask whether a person shall get a role, and do it. */
  role: z.tuple([shortId, z.enum(ROLES)]),
  roleyes: z.tuple([shortId, z.enum(ROLES)]),
  roleno: z.tuple([]),
  /** Make an invitation to a role, and take one back. */
  invite: z.tuple([z.enum(ROLES).exclude(['USER'])]),
  uninvite: z.tuple([shortId]),
  /** Accept an invitation that carries one's name. */
  join: z.tuple([shortId]),
  /** A broadcast: begin, choose its people, write anew, send, throw away, stop. */
  bnew: z.tuple([]),
  bseg: z.tuple([z.enum(SEGMENT_CODES)]),
  bcat: z.tuple([shortId]),
  bedit: z.tuple([shortId]),
  bsend: z.tuple([shortId]),
  bdrop: z.tuple([shortId]),
  bstop: z.tuple([shortId]),
  /** A customer wants no more broadcasts. */
  nonews: z.tuple([]),
  /** Approve or deny the device with this code. */
  dev: z.tuple([z.enum(['yes', 'no']), z.string().regex(/^[A-Z0-9-]{4,20}$/)]),
  /** Staff who wrote as a customer. */
  mine: z.tuple([z.enum(['yes', 'no'])]),
} as const satisfies Record<string, z.ZodType<unknown[]>>;

export type CallbackCode = keyof typeof CALLBACK_ARGS;
export type CallbackArgs<C extends CallbackCode> = z.output<(typeof CALLBACK_ARGS)[C]>;

/** A button's data; ids must be shortened. */
export function callbackData(code: CallbackCode, ...args: (string | number)[]): string {
  return [code, ...args].join(':');
}

export type ParsedCallback = {
  [C in CallbackCode]: { code: C; args: CallbackArgs<C> };
}[CallbackCode];

/** Reads a button's data; null when it is none of ours (an older version's, say). */
export function parseCallback(data: string): ParsedCallback | null {
  const [code = '', ...args] = data.split(':');
  if (!Object.hasOwn(CALLBACK_ARGS, code)) return null;
  const parsed = CALLBACK_ARGS[code as CallbackCode].safeParse(args);
  return parsed.success ? ({ code, args: parsed.data } as ParsedCallback) : null;
}
