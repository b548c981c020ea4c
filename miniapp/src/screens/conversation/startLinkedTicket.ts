import type { Ticket } from '@tikethet/shared/contracts';
import { push } from '../../app/navigation';
import { EMPTY_DRAFT, writeNewTicket } from '../../state/drafts';

/** Begins a new ticket that continues a closed one; what could not be sent becomes its text. */
export function startLinkedTicket(ticket: Ticket, text: string): void {
  writeNewTicket({
    ...EMPTY_DRAFT,
    categoryId: ticket.categoryId,
    title: ticket.title,
    description: text,
    linkedTicketId: ticket.id,
  });
  push({ name: 'new', step: 2 });
}
