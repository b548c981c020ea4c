import { AppError } from '@tikethet/shared/errors';
import { can, isStaff } from '@tikethet/shared/permissions';
import type { TicketPriority } from '@tikethet/shared/tickets';
import { newId } from '../../db/ids';
import { requireUsableCategory } from '../categories/requireUsableCategory';
import { requirePermission, requirePerson, type Ctx, type Person } from '../context';
import { appendMessage, type MessageContent } from '../conversations/appendMessage';
import { emitMessage } from '../conversations/emitMessage';
import type { Message } from '../conversations/message';
import { deliverTo, LANES } from '../deliveries/queueDelivery';
import { notifyStaff } from '../deliveries/notifyStaff';
import { notify } from '../notifications/notify';
import { User } from '../people/user';
import { emitTicket } from './applyChange';
import { firstPromise } from './promise';
import { Ticket, type TicketInFull } from './ticket';

export interface CreateTicketInput extends MessageContent {
  title: string;
  categoryId: string;
  priority?: TicketPriority;
  /** Staff only: on behalf of this customer. */
  customerId?: string;
  /** Staff only: the desk writes first. Its author takes the ticket, which waits for an answer. */
  writeFirst?: boolean;
  /** A finished ticket of the same customer that this one continues. */
  linkedTicketId?: string;
}

/**
 * Opens a ticket with its first message, which is also its description.
 * @throws AppError `forbidden`, `not_found`, `validation_failed`
 */
export async function createTicket(
  ctx: Ctx,
  input: CreateTicketInput,
): Promise<{ full: TicketInFull; message: Message }> {
  const person = requirePerson(ctx);
  await requireUsableCategory(ctx, input.categoryId);
  const customer = await customerOf(ctx, person, input.customerId);
  if (input.linkedTicketId !== undefined) {
    await requireOwnTicket(ctx, input.linkedTicketId, customer.id);
  }
  const side = customer.id === person.id ? 'CUSTOMER' : 'STAFF';
  const priority = input.priority ?? 'NORMAL';
  const first = side === 'STAFF' && input.writeFirst === true;
  if (first) {
    for (const right of ['ticket.reply', 'ticket.take'] as const) requirePermission(ctx, right);
  }
  const ticket = await Ticket.query(ctx.trx).insertAndFetch({
    id: newId(),
    title: input.title,
    description: input.content,
    status: first ? 'WAITING_RESPONSE' : 'OPEN',
    assigneeId: first ? person.id : null,
    firstResponseAt: first ? ctx.now : null,
    priority,
    categoryId: input.categoryId,
    customerId: customer.id,
    channel: ctx.actor.channel,
    linkedTicketId: input.linkedTicketId ?? null,
    createdAt: ctx.now,
    updatedAt: ctx.now,
    clockStartedAt: ctx.now,
    dueAt: first ? null : await firstPromise(ctx, priority),
  });
  const empty: TicketInFull = {
    ticket,
    customer,
    assignee: null,
    participantIds: [],
    mentionedIds: [],
    ...(first ? await taken(ctx, ticket, person) : {}),
  };
  const { message, patch } = await appendMessage(ctx, empty, {
    ...input,
    authorId: person.id,
    side,
    internal: false,
  });
  const full = { ...empty, ticket: await ticket.patched(ctx.trx, patch) };
  await emitTicket(ctx, 'ticket.created', full);
  if (side === 'STAFF') {
    await deliverTo(ctx, customer, {
      kind: 'MESSAGE',
      lane: LANES.person,
      payload: {},
      ticketId: ticket.id,
      messageId: message.id,
    });
  }
  await emitMessage(ctx, 'message.created', full, message);
  if (side === 'STAFF') {
    const personName = person.displayName;
    await notify(ctx, customer, {
      kind: 'REPLIED',
      ticketId: ticket.id,
      messageId: message.id,
      personName,
    });
  }
  if (!first) await notifyStaff(ctx, full, 'NEW_TICKET', message.id);
  return { full, message };
}

/** Its author has the ticket from the start. */
async function taken(
  ctx: Ctx,
  ticket: Ticket,
  { id }: Person,
): Promise<Pick<TicketInFull, 'assignee' | 'participantIds'>> {
  await ctx.trx('ticket_participants').insert({ ticket_id: ticket.id, user_id: id });
  const assignee = await User.query(ctx.trx).findById(id);
  return { assignee: assignee ?? null, participantIds: [id] };
}

async function customerOf(ctx: Ctx, person: Person, customerId?: string): Promise<User> {
  if (customerId !== undefined && customerId !== person.id) {
    if (!isStaff(person.role) || !can(person, 'ticket.createForCustomer')) {
      throw new AppError('forbidden', { permission: 'ticket.createForCustomer' });
    }
  }
  const user = await User.query(ctx.trx).findById(customerId ?? person.id);
  if (user === undefined) throw new AppError('not_found', { resource: 'user' });
  return user;
}

async function requireOwnTicket(ctx: Ctx, id: string, customerId: string): Promise<void> {
  const linked = await Ticket.query(ctx.trx).findOne({ id, customerId }).whereNull('deletedAt');
  if (linked === undefined) throw new AppError('not_found', { resource: 'ticket' });
}
