import type { Ticket } from '@tikethet/shared/contracts';
import { isActive, withinReopenWindow } from '@tikethet/shared/tickets';

export type RowAction = 'read' | 'close' | 'reopen';

/** What its customer can do with a ticket from the list, now. */
export function actionsFor(ticket: Ticket, reopenDays: number, now = new Date()): RowAction[] {
  const actions: RowAction[] = [];
  if ((ticket.unread ?? 0) > 0) actions.push('read');
  if (isActive(ticket.status)) actions.push('close');
  else if (
    ticket.closedAt === null ||
    withinReopenWindow(new Date(ticket.closedAt), now, reopenDays)
  ) {
    actions.push('reopen');
  }
  return actions;
}
