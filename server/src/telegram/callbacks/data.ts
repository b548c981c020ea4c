import { TICKET_PRIORITIES } from '@tikethet/shared/tickets';
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
  /** Staff takes a ticket. */
  take: z.tuple([shortId]),
  lang: z.tuple([z.enum(['ru', 'en'])]),
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
