import type { Language } from '@tikethet/shared/contracts';
import type { TicketPriority } from '@tikethet/shared/tickets';
import { plain } from '../texts';

/** Signs of priorities; the usual one needs none. */
const PRIORITY_MARKS: Record<TicketPriority, string> = {
  CRITICAL: '🔥 ',
  HIGH: '🔺 ',
  NORMAL: '',
  LOW: '🔹 ',
};

export function priorityMark(priority: TicketPriority): string {
  return PRIORITY_MARKS[priority];
}

/** A priority's name with its sign. */
export function priorityLabel(language: Language, priority: TicketPriority): string {
  return `${PRIORITY_MARKS[priority]}${plain(language, `common.priority.${priority}`)}`;
}
