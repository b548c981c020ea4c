import type { Language } from '@tikethet/shared/contracts';
import type { TicketPriority } from '@tikethet/shared/tickets';
import type { Priority } from '../../domain/priorities/priority';

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

/** What the desk calls a priority. */
export function priorityName(language: Language, { name, nameEn }: Priority): string {
  return language === 'en' ? nameEn : name;
}

/** A priority's name with its sign. */
export function priorityLabel(language: Language, priority: Priority): string {
  return `${PRIORITY_MARKS[priority.priority]}${priorityName(language, priority)}`;
}
