import { LIMITS, TICKET_PRIORITIES, type TicketPriority } from '@tikethet/shared/tickets';
import { readStored, writeStored } from './storage';

/** Unsent texts outlive the app: one per ticket, and one new ticket. */

/** Old drafts make room for new ones beyond this number. */
const KEPT = 50;
const MESSAGES = 'tikethet.drafts';
const TICKET = 'tikethet.newTicket';

export interface NewTicketDraft {
  categoryId: string | null;
  title: string;
  description: string;
  priority: TicketPriority;
  linkedTicketId: string | null;
}

export const EMPTY_DRAFT: NewTicketDraft = {
  categoryId: null,
  title: '',
  description: '',
  priority: 'NORMAL',
  linkedTicketId: null,
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
    priority: TICKET_PRIORITIES.find((one) => one === stored.priority) ?? 'NORMAL',
    linkedTicketId: idOrNull(stored.linkedTicketId),
  };
}

/** null forgets it, once the ticket exists. */
export function writeNewTicket(draft: NewTicketDraft | null): void {
  writeStored(TICKET, draft);
}
