import { emit, requirePerson, type Ctx, type Person } from '../context';
import { getVisibleTicket, lockVisibleTicket, type VisibleTicket } from '../tickets/loadTickets';
import { audienceOf } from '../tickets/policy';
import type { TicketInFull } from '../tickets/ticket';
import { countForCustomer, moveMark, unreadOf } from './marks';

export interface ReadTicketInput {
  id: string;
  /** Absent: everything there is now. */
  position?: number;
}

/**
 * Notes that the person has read a conversation up to a position. Marks only move forward, so the
 * same call twice, or an older one later, changes nothing and tells nobody.
 * @throws AppError `not_found`
 */
export async function readTicket(ctx: Ctx, input: ReadTicketInput): Promise<TicketInFull> {
  const person = requirePerson(ctx);
  const seen = await getVisibleTicket(ctx, input.id);
  const asCustomer = seen.full.ticket.customerId === person.id;
  // Most calls say what is known: they need no lock.
  if (asCustomer && seen.full.ticket.customerReadPosition >= reached(seen, input)) return seen.full;
  const visible = await lockVisibleTicket(ctx, input.id);
  const position = reached(visible, input);
  return asCustomer
    ? readAsCustomer(ctx, visible.full, person, position)
    : readAsStaff(ctx, visible.full, person, position);
}

/** Nobody has read what is not there, or what they may not see. */
function reached({ full: { ticket }, access }: VisibleTicket, input: ReadTicketInput): number {
  const last = access === 'customer' ? ticket.publicPosition : ticket.lastPosition;
  return Math.min(input.position ?? last, last);
}

async function readAsCustomer(
  ctx: Ctx,
  full: TicketInFull,
  person: Person,
  position: number,
): Promise<TicketInFull> {
  if (full.ticket.customerReadPosition >= position) return full;
  const unread = await countForCustomer(ctx.trx, full.ticket.id, position);
  const ticket = await full.ticket.patched(ctx.trx, {
    customerReadPosition: position,
    customerUnread: unread,
  });
  const mark = { ticketId: ticket.id, side: 'CUSTOMER', readerId: person.id, position, unread };
  await emit(ctx, {
    type: 'ticket.read',
    ticketId: ticket.id,
    audience: audienceOf(full),
    data: mark,
    customerData: mark,
  });
  return { ...full, ticket };
}

async function readAsStaff(
  ctx: Ctx,
  full: TicketInFull,
  person: Person,
  position: number,
): Promise<TicketInFull> {
  const { id } = full.ticket;
  const moved = await moveMark(ctx.trx, {
    userId: person.id,
    ticketId: id,
    position,
    now: ctx.now,
  });
  if (!moved) return full;
  const first = full.ticket.staffReadPosition < position;
  const ticket = first
    ? await full.ticket.patched(ctx.trx, { staffReadPosition: position })
    : full.ticket;
  const unread = (await unreadOf(ctx.trx, person.id, [ticket])).get(id) ?? 0;
  const mark = { ticketId: id, side: 'STAFF', readerId: person.id, position, unread };
  await emit(ctx, {
    type: 'ticket.read',
    ticketId: id,
    // When a colleague had read that far already, it only concerns the reader's other devices.
    audience: first
      ? audienceOf(full)
      : { staff: [`account:${person.id}`], customer: [], hidden: [] },
    data: mark,
    customerData: first ? { ...mark, readerId: null, unread: null } : null,
  });
  return { ...full, ticket };
}
