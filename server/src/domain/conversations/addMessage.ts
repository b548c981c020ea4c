import type { Message as MessageResource } from '@tikethet/shared/contracts';
import { AppError } from '@tikethet/shared/errors';
import { can } from '@tikethet/shared/permissions';
import {
  statusAfterCustomerMessage,
  statusAfterStaffReply,
  withinReopenWindow,
} from '@tikethet/shared/tickets';
import { requirePerson, type Ctx } from '../context';
import { deliverTo, LANES } from '../deliveries/queueDelivery';
import { notifyStaff } from '../deliveries/notifyStaff';
import { notify } from '../notifications/notify';
import { settleNotifications } from '../notifications/settleNotifications';
import { readSettings } from '../settings/deskSettings';
import { addParticipant, applyChange } from '../tickets/applyChange';
import { momentsOf } from '../tickets/changeTicket';
import { lockWorkingTicket, type VisibleTicket } from '../tickets/loadTickets';
import type { Ticket, TicketInFull, TicketPatch } from '../tickets/ticket';
import { appendMessage, type MessageContent } from './appendMessage';
import { emitMessage } from './emitMessage';
import { mention } from './mention';
import { asCustomerSees, type Known } from './presentMessages';
import { refuseOutdated, type Seen } from './refuseOutdated';
import { seenThere } from './seenThere';

export interface AddMessageInput extends MessageContent {
  ticketId: string;
  internal: boolean;
  /** Refuse the reply when its author has missed something; absent: write it in any case. */
  seen?: Seen;
  /** Of a note: colleagues to tell of it. */
  mentionIds?: readonly string[];
}

/**
 * Writes to a ticket, as its customer or as staff, or leaves a note. A public message moves the
 * status as `product.md` says and reaches the other side; a note does neither.
 * @throws AppError `not_found`, `forbidden`, `ticket_closed`, `conflict`, `validation_failed`
 */
export async function addMessage(
  ctx: Ctx,
  input: AddMessageInput,
): Promise<{ message: MessageResource; full: TicketInFull }> {
  const person = requirePerson(ctx);
  const { full: before, access } = await lockWorkingTicket(ctx, input.ticketId);
  const side = sideOf(person.id, before, access, input.internal);
  requireRights(ctx, access, side, input.internal);
  if (!input.internal) await refuseClosed(ctx, before.ticket, side);
  if (!input.internal && side === 'STAFF' && input.seen !== undefined) {
    const seen = await seenThere(ctx, input.ticketId, before.ticket, input.seen);
    await refuseOutdated(ctx, before.ticket, seen);
  }
  const rules: TicketPatch = input.internal ? {} : statusPatch(ctx, before.ticket, side, person.id);
  const { status } = before.ticket;
  const { message, patch } = await appendMessage(ctx, before, {
    ...input,
    authorId: person.id,
    side,
    statusBefore: (rules.status ?? status) === status ? null : status,
  });
  if (side === 'STAFF') await addParticipant(ctx, before, person.id);
  const known =
    side === 'CUSTOMER' || before.participantIds.includes(person.id)
      ? before
      : { ...before, participantIds: [...before.participantIds, person.id] };
  const { after: applied } = await applyMessage(ctx, known, { ...patch, ...rules }, input.internal);
  const mentionIds = input.internal ? (input.mentionIds ?? []) : [];
  const after = await mention(ctx, applied, message, mentionIds);
  if (!input.internal && side === 'STAFF') {
    await deliverTo(ctx, after.customer, {
      kind: 'MESSAGE',
      lane: LANES.person,
      payload: {},
      ticketId: after.ticket.id,
      messageId: message.id,
    });
  }
  const shown = await emitMessage(ctx, 'message.created', after, message, {
    names: new Map([[person.id, person.displayName]]),
    without: lackedBy(input, mentionIds.length > 0, side),
  });
  if (!input.internal && side === 'STAFF') {
    await settleNotifications(ctx, after.ticket.id, null);
    await notify(ctx, after.customer, {
      kind: 'REPLIED',
      ticketId: after.ticket.id,
      messageId: message.id,
      personName: ctx.actor.person?.displayName ?? null,
    });
  }
  if (!input.internal && side === 'CUSTOMER') {
    await notifyStaff(ctx, after, 'NEW_MESSAGE', message.id);
  }
  return { message: access === 'customer' ? asCustomerSees(shown) : shown, full: after };
}

/** What a message has none of that was written in this very transaction. */
function lackedBy(
  { attachmentIds, internal }: AddMessageInput,
  mentions: boolean,
  side: 'CUSTOMER' | 'STAFF',
): NonNullable<Known['without']> {
  const lacked = new Set<'attachments' | 'reactions' | 'mentions' | 'deliveries'>(['reactions']);
  if (attachmentIds.length === 0) lacked.add('attachments');
  if (!mentions) lacked.add('mentions');
  if (internal || side === 'CUSTOMER') lacked.add('deliveries');
  return lacked;
}

/** A note changes no field that `updatedAt` speaks of: its customer must not notice it. */
async function applyMessage(
  ctx: Ctx,
  before: TicketInFull,
  patch: TicketPatch,
  internal: boolean,
): Promise<{ after: TicketInFull }> {
  if (!internal) return applyChange(ctx, before, patch);
  const ticket = await before.ticket.patched(ctx.trx, patch);
  return { after: { ...before, ticket } };
}

/** A ticket's customer writes as the customer, whatever role they have; notes are by staff. */
function sideOf(
  personId: string,
  { ticket }: TicketInFull,
  access: VisibleTicket['access'],
  internal: boolean,
): 'CUSTOMER' | 'STAFF' {
  if (access === 'customer') return 'CUSTOMER';
  return ticket.customerId === personId && !internal ? 'CUSTOMER' : 'STAFF';
}

function requireRights(
  ctx: Ctx,
  access: VisibleTicket['access'],
  side: 'CUSTOMER' | 'STAFF',
  internal: boolean,
): void {
  const person = requirePerson(ctx);
  if (internal && (access === 'customer' || !can(person, 'ticket.note'))) {
    throw new AppError('forbidden', { permission: 'ticket.note' });
  }
  if (side === 'CUSTOMER') return;
  if (access === 'read') throw new AppError('forbidden', { reason: 'read_only' });
  if (!internal && !can(person, 'ticket.reply')) {
    throw new AppError('forbidden', { permission: 'ticket.reply' });
  }
}

async function refuseClosed(ctx: Ctx, ticket: Ticket, side: 'CUSTOMER' | 'STAFF'): Promise<void> {
  if (ticket.status !== 'CLOSED') return;
  const { closedAt } = ticket;
  const reopens =
    side === 'CUSTOMER' &&
    closedAt !== null &&
    withinReopenWindow(closedAt, ctx.now, (await readSettings(ctx)).reopenDays);
  if (!reopens) throw new AppError('ticket_closed', { ticketId: ticket.id, number: ticket.number });
}

function statusPatch(
  ctx: Ctx,
  ticket: Ticket,
  side: 'CUSTOMER' | 'STAFF',
  personId: string,
): TicketPatch {
  if (side === 'CUSTOMER') {
    const status = statusAfterCustomerMessage(ticket.status, ticket.assigneeId);
    return { status, snoozedUntil: null, ...momentsOf(ctx, ticket, status) };
  }
  const status = statusAfterStaffReply(ticket.status);
  return {
    status,
    assigneeId: ticket.assigneeId ?? personId,
    firstResponseAt: ticket.firstResponseAt ?? ctx.now,
  };
}
