import type { TicketStatus } from './kinds';

export * from './due';
export * from './kinds';
export * from './textList';
export { withMessage } from './withMessage';

export const TICKET_CHANNELS = ['BOT', 'MINI_APP', 'CONSOLE', 'API'] as const;
export type TicketChannel = (typeof TICKET_CHANNELS)[number];

/** Orders of a list. */
export const TICKET_SORTS = ['updated', 'created', 'priority', 'due', 'waiting'] as const;
export type TicketSort = (typeof TICKET_SORTS)[number];

/** Ages a list can be narrowed to, in days. */
export const CREATED_WITHIN = ['1d', '7d', '30d', '90d'] as const;
export type CreatedWithin = (typeof CREATED_WITHIN)[number];

/** ISO 8601: since when a ticket must have been created to be that young. */
export function createdSince(within: CreatedWithin, now: Date): string {
  return new Date(now.getTime() - Number.parseInt(within, 10) * 86_400_000).toISOString();
}

/** Statuses in which somebody still owes somebody an answer. */
export const ACTIVE_STATUSES = ['OPEN', 'IN_PROGRESS', 'WAITING_RESPONSE'] as const;

export function isActive(status: TicketStatus): boolean {
  return status !== 'RESOLVED' && status !== 'CLOSED';
}

/** What a new desk starts with; each of them is a setting. */
export const DEFAULT_RULES = {
  /** Days in which a customer's message reopens a closed ticket. */
  reopenDays: 7,
  /** Hours after which a resolved ticket closes by itself. */
  autoCloseHours: 72,
  /** Minutes in which the author may still edit a message. */
  editMinutes: 5,
} as const;

/** Bytes of one part of a file that is uploaded in parts, at most. */
export const PART_BYTES = 1024 * 1024;

/** Characters unless said otherwise. */
export const LIMITS = {
  title: 200,
  content: 16_000,
  /** Of the part of a message that a reply names, as in Telegram. */
  quote: 1_024,
  tag: 40,
  tags: 20,
  /** Of what staff keep about a customer. */
  customerNote: 4_000,
  attachmentsPerMessage: 10,
  /** Colleagues that one note may address. */
  mentions: 20,
  categoryName: 64,
  ratingComment: 1_000,
  search: 200,
  viewName: 60,
  /** Views that one person may keep. */
  views: 50,
  /** Bytes. */
  imageBytes: 10 * 1024 * 1024,
  /** Bytes, every file that is not an image. */
  fileBytes: 50 * 1024 * 1024,
  /** Days in which a merge can be taken back. */
  unmergeDays: 30,
  /** Messages of a ticket that a merge still moves at once. */
  mergeMessages: 1_000,
  /** Tickets that one person keeps at hand. */
  pins: 200,
  /** Days that a ticket may sleep. */
  snoozeDays: 366,
  /** Replies of one ticket that wait for their time. */
  scheduledPerTicket: 20,
} as const;

/** Legal moves by staff. A status is always allowed to stay what it is. */
export const TRANSITIONS: Readonly<Record<TicketStatus, readonly TicketStatus[]>> = {
  OPEN: ['IN_PROGRESS', 'WAITING_RESPONSE', 'RESOLVED', 'CLOSED'],
  IN_PROGRESS: ['OPEN', 'WAITING_RESPONSE', 'RESOLVED', 'CLOSED'],
  WAITING_RESPONSE: ['OPEN', 'IN_PROGRESS', 'RESOLVED', 'CLOSED'],
  RESOLVED: ['OPEN', 'IN_PROGRESS', 'CLOSED'],
  CLOSED: ['OPEN', 'IN_PROGRESS'],
};

/** What a customer may do with an own ticket: close it or bring it back. */
export const CUSTOMER_TRANSITIONS: Readonly<Record<TicketStatus, readonly TicketStatus[]>> = {
  OPEN: ['CLOSED'],
  IN_PROGRESS: ['CLOSED'],
  WAITING_RESPONSE: ['CLOSED'],
  RESOLVED: ['OPEN', 'IN_PROGRESS', 'CLOSED'],
  CLOSED: ['OPEN', 'IN_PROGRESS'],
};

/** The status that working on a ticket means: somebody has it, or nobody yet. */
export function workingStatus(assigneeId: string | null): TicketStatus {
  return assigneeId === null ? 'OPEN' : 'IN_PROGRESS';
}

/** Whether moving between the two brings a finished ticket back to work. */
export function isReopening(from: TicketStatus, to: TicketStatus): boolean {
  return !isActive(from) && isActive(to);
}

/** The status after a customer's message. */
export function statusAfterCustomerMessage(
  status: TicketStatus,
  assigneeId: string | null,
): TicketStatus {
  return status === 'OPEN' || status === 'IN_PROGRESS' ? status : workingStatus(assigneeId);
}

/** The status after a public reply by staff (never called for CLOSED, which refuses replies). */
export function statusAfterStaffReply(status: TicketStatus): TicketStatus {
  return status === 'OPEN' || status === 'IN_PROGRESS' ? 'WAITING_RESPONSE' : status;
}

/** The status after the assignee changes. */
export function statusAfterAssignment(
  status: TicketStatus,
  assigneeId: string | null,
): TicketStatus {
  if (assigneeId !== null && status === 'OPEN') return 'IN_PROGRESS';
  if (assigneeId === null && status === 'IN_PROGRESS') return 'OPEN';
  return status;
}

/**
 * Whether a customer's message still reopens a closed ticket.
 * @param closedAt when it was closed
 * @param days a setting of the desk
 */
export function withinReopenWindow(closedAt: Date, now: Date, days: number): boolean {
  return now.getTime() - closedAt.getTime() <= days * 86_400_000;
}

/** A title made from a first message: its first line, cut at a word, at most 80 characters. */
export function deriveTitle(content: string, fallback: string): string {
  const line = content
    .split('\n')
    .map((part) => part.trim())
    .find((part) => part !== '');
  if (line === undefined) return fallback;
  const letters = Array.from(line);
  if (letters.length <= 80) return line;
  const head = letters.slice(0, 79).join('');
  const space = head.lastIndexOf(' ');
  return `${(space > 40 ? head.slice(0, space) : head).trimEnd()}…`;
}
