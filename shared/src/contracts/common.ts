import { z } from 'zod';
import { LIMITS, splitList, TICKET_CHANNELS, TICKET_PRIORITIES, TICKET_STATUSES } from '../tickets';
import { ROLES } from '../permissions';

export const id = z.uuid().describe('UUIDv7');
export const time = z.iso.datetime().describe('ISO 8601, UTC');
export const ticketStatus = z.enum(TICKET_STATUSES);
export const ticketPriority = z.enum(TICKET_PRIORITIES);
export const ticketChannel = z.enum(TICKET_CHANNELS);
export const role = z.enum(ROLES);
export const language = z.enum(['ru', 'en']);
export type Language = z.infer<typeof language>;

/** Removes what no person types on purpose: control characters except tab and line breaks. */
function withoutControls(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');
}

/** One line of text, trimmed, not blank. */
export function line(max: number) {
  return z
    .string()
    .transform((text) => withoutControls(text).replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1).max(max));
}

/** Text of several lines that may be empty; outer blank space removed. */
export function text(max: number) {
  return z
    .string()
    .transform((value) => withoutControls(value).trim())
    .pipe(z.string().max(max));
}

/** Comma-separated list in a query: `status=OPEN,CLOSED`; `\\,` is a comma of an item itself. */
export function commaList<T extends z.ZodType<unknown, string>>(item: T, max = 20) {
  return z.string().transform(splitList).pipe(z.array(item).min(1).max(max));
}

export const limit = z.coerce.number().int().min(1).max(100).default(25);
export const cursor = z.string().min(1).max(500);
/** Of the input of every list: how much of it, and where the page before ended. */
export const paging = { limit, cursor: cursor.optional() };
export const search = line(LIMITS.search);

export function page<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

export const noContent = z.void();
export const none = z.strictObject({});

/** Of a change to what several people may change at once. */
export const base = z
  .record(z.string(), z.unknown())
  .optional()
  .describe(
    'the fields as the caller saw them: one to which somebody has given another value since is a ' +
      '409 that holds both (`details.fields`)',
  );

/** What a message is in Telegram's terms; from the console and Mini App it is TEXT with attachments. */
export const MESSAGE_KINDS = [
  'TEXT',
  'PHOTO',
  'DOCUMENT',
  'VOICE',
  'AUDIO',
  'VIDEO',
  'VIDEO_NOTE',
  'ANIMATION',
  'STICKER',
  'LOCATION',
  'CONTACT',
  'OTHER',
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];
