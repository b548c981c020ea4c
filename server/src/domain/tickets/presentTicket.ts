import type { Ticket as TicketResource } from '@tikethet/shared/contracts';
import type { TicketAccess } from '@tikethet/shared/permissions';
import type { User } from '../people/user';
import type { TicketInFull } from './ticket';

function presentPerson(user: User): TicketResource['customer'] {
  return { id: user.id, displayName: user.shownName, username: user.username, role: user.role };
}

/** A ticket as others name it; null: none. */
export function refOf(id: string | null, number: number | null): TicketResource['mergedInto'] {
  return id === null || number === null ? null : { id, number };
}

/** What of a ticket is its reader's alone; staff's own is not known to all of them. */
export interface OwnMarks {
  /** What they have not read. */
  unread: number | null;
  pinned: boolean | null;
}

const NOBODYS: OwnMarks = { unread: null, pinned: null };

/**
 * A ticket as the API shows it to staff or to its customer.
 * @param own the reader's; by default it is for several
 */
export function presentTicket(
  full: TicketInFull,
  access: Exclude<TicketAccess, 'none'>,
  own: OwnMarks = NOBODYS,
): TicketResource {
  const { ticket } = full;
  const forCustomer = access === 'customer';
  const assignee = full.assignee === null ? null : presentPerson(full.assignee);
  return {
    id: ticket.id,
    number: ticket.number,
    title: ticket.title,
    description: ticket.description,
    status: ticket.status,
    priority: ticket.priority,
    categoryId: ticket.categoryId,
    tags: forCustomer ? [] : ticket.tags,
    channel: ticket.channel,
    customerId: ticket.customerId,
    customer: presentPerson(full.customer),
    assigneeId: ticket.assigneeId,
    // Customers know who helps them by name, not by account.
    assignee: forCustomer && assignee !== null ? { ...assignee, username: null } : assignee,
    participantIds: forCustomer ? [] : full.participantIds,
    mentionedIds: forCustomer ? [] : full.mentionedIds,
    snoozedUntil: forCustomer ? null : (ticket.snoozedUntil?.toISOString() ?? null),
    linkedTicketId: ticket.linkedTicketId,
    mergedInto: refOf(ticket.mergedIntoId, ticket.mergedIntoNumber),
    lastMessage: ticket.lastMessage && {
      ...ticket.lastMessage,
      kind: ticket.lastMessage.kind ?? null,
    },
    messageCount: ticket.messageCount,
    lastPosition: forCustomer ? ticket.publicPosition : ticket.lastPosition,
    readByCustomer: ticket.customerReadPosition,
    readByStaff: ticket.staffReadPosition,
    unread: forCustomer ? ticket.customerUnread : own.unread,
    pinned: forCustomer ? null : own.pinned,
    rating: ticket.rating,
    ratingComment: ticket.ratingComment,
    version: ticket.version,
    createdAt: ticket.createdAt.toISOString(),
    updatedAt: ticket.updatedAt.toISOString(),
    waitingSince: ticket.waitingSince?.toISOString() ?? null,
    firstResponseAt: ticket.firstResponseAt?.toISOString() ?? null,
    resolvedAt: ticket.resolvedAt?.toISOString() ?? null,
    closedAt: ticket.closedAt?.toISOString() ?? null,
    dueAt: forCustomer ? null : (ticket.dueAt?.toISOString() ?? null),
  };
}
