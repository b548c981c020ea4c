import type { Attachment } from '@tikethet/shared/contracts';
import { LIMITS } from '@tikethet/shared/tickets';
import { STORED } from './forgetPerson';
import { readStored, writeStored } from './storage';

/** Unsent texts outlive the app: one per ticket, and one new ticket. */

/** Old drafts make room for new ones beyond this number. */
const KEPT = 50;
const { drafts: MESSAGES, newTicket: TICKET } = STORED;

export interface NewTicketDraft {
  categoryId: string | null;
  title: string;
  description: string;
  linkedTicketId: string | null;
  /** Files that the desk has already. */
  attachments: Attachment[];
}

export const EMPTY_DRAFT: NewTicketDraft = {
  categoryId: null,
  title: '',
  description: '',
  linkedTicketId: null,
  attachments: [],
};

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

function text(value: unknown, max: number): string {
  return typeof value === 'string' ? value.slice(0, max) : '';
}

export function readDraft(ticketId: string): string {
  return text(record(readStored(MESSAGES))[ticketId], LIMITS.content);
}

/** Every unsent text, by ticket. */
export function readDrafts(): Record<string, string> {
  const stored = Object.entries(record(readStored(MESSAGES)));
  return Object.fromEntries(stored.map(([id, content]) => [id, text(content, LIMITS.title)]));
}

/** Keeps the text, or forgets the draft when the text is blank. */
export function writeDraft(ticketId: string, content: string): void {
  const { [ticketId]: _before, ...others } = record(readStored(MESSAGES));
  // Written last, so the first keys are the ones untouched for longest.
  const entries = Object.entries(others).slice(-(KEPT - 1));
  if (content.trim() !== '') entries.push([ticketId, content]);
  writeStored(MESSAGES, entries.length > 0 ? Object.fromEntries(entries) : null);
}

export function readNewTicket(): NewTicketDraft {
  const stored = record(readStored(TICKET));
  const idOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  return {
    categoryId: idOrNull(stored.categoryId),
    title: text(stored.title, LIMITS.title),
    description: text(stored.description, LIMITS.content),
    linkedTicketId: idOrNull(stored.linkedTicketId),
    attachments: Array.isArray(stored.attachments) ? stored.attachments.filter(isKept) : [],
  };
}

/** The desk throws files away that nobody used for a day; these leave it an hour (milliseconds). */
const FILES_LAST = 23 * 60 * 60_000;

/** Whether the desk still has an unused file: its id (UUIDv7) begins with when it was made. */
function isKept(value: unknown): value is Attachment {
  const { id, fileName, size } = record(value);
  if (typeof id !== 'string' || typeof fileName !== 'string' || typeof size !== 'number') {
    return false;
  }
  return parseInt(id.replace('-', '').slice(0, 12), 16) > Date.now() - FILES_LAST;
}

/** null forgets it, once the ticket exists. */
export function writeNewTicket(draft: NewTicketDraft | null): void {
  writeStored(TICKET, draft);
}
