import type { Message as MessageResource } from '@tikethet/shared/contracts';
import { AppError } from '@tikethet/shared/errors';
import { can } from '@tikethet/shared/permissions';
import { LIMITS } from '@tikethet/shared/tickets';
import { newId } from '../../db/ids';
import { requirePerson, type Ctx } from '../context';
import { deliverTo, LANES } from '../deliveries/queueDelivery';
import { emitTicket } from '../tickets/applyChange';
import type { VisibleTicket } from '../tickets/loadTickets';
import type { TicketInFull } from '../tickets/ticket';
import { emitMessage } from './emitMessage';
import { lockMessage } from './loadMessage';
import type { Message } from './message';
import { presentMessages } from './presentMessages';
import { preview } from './preview';

export interface EditMessageInput {
  messageId: string;
  content: string;
}

/**
 * Replaces a message's text and keeps the old one as a revision. An edit that the customer made in
 * Telegram has no time limit: Telegram has set its own.
 * @throws AppError `not_found`, `forbidden`, `edit_window_passed`
 */
export async function editMessage(
  ctx: Ctx,
  input: EditMessageInput,
): Promise<{ message: MessageResource; access: VisibleTicket['access'] }> {
  const { full, message, access } = await lockMessage(ctx, input.messageId);
  requireEditable(ctx, message, access);
  if (message.content === input.content) {
    const [unchanged] = await presentMessages(ctx.trx, [message], 'staff');
    if (unchanged === undefined) throw new Error('unreachable: one message in, one out');
    return { message: unchanged, access };
  }
  await ctx.trx('message_revisions').insert({
    id: newId(),
    message_id: message.id,
    content: message.content,
    editor_id: requirePerson(ctx).id,
    created_at: ctx.now,
  });
  const edited = await message.patched(ctx.trx, { content: input.content, editedAt: ctx.now });
  const shown = await emitMessage(ctx, 'message.edited', full, edited);
  await followInTicket(ctx, full, edited);
  if (edited.side === 'STAFF' && !edited.internal) {
    await deliverTo(ctx, full.customer, {
      kind: 'MESSAGE_EDIT',
      lane: LANES.person,
      payload: {},
      ticketId: full.ticket.id,
      messageId: edited.id,
    });
  }
  return { message: shown, access };
}

function requireEditable(ctx: Ctx, message: Message, access: VisibleTicket['access']): void {
  const person = requirePerson(ctx);
  if (message.authorId !== person.id) {
    // Nobody changes what a customer wrote.
    const byStaff = access === 'full' && message.side === 'STAFF';
    if (!byStaff || !can(person.role, 'message.editAny')) throw new AppError('forbidden');
    return;
  }
  if (message.fromTelegram) {
    if (ctx.actor.channel !== 'BOT') throw new AppError('forbidden', { reason: 'telegram' });
    return;
  }
  if (message.side === 'STAFF' && can(person.role, 'message.editOwn')) return;
  if (ctx.now.getTime() - message.createdAt.getTime() > LIMITS.editMinutes * 60_000) {
    throw new AppError('edit_window_passed', { minutes: LIMITS.editMinutes });
  }
}

/** The first message is the description, the newest one the preview. */
async function followInTicket(ctx: Ctx, full: TicketInFull, message: Message): Promise<void> {
  const { ticket } = full;
  const isFirst = message.position === 1;
  const isNewest = !message.internal && message.position === ticket.lastPosition;
  if (!isFirst && !isNewest) return;
  const patched = await ticket.patched(ctx.trx, {
    ...(isFirst ? { description: message.content } : {}),
    ...(isNewest && ticket.lastMessage !== null
      ? { lastMessage: { ...ticket.lastMessage, content: preview(message.content) } }
      : {}),
  });
  await emitTicket(ctx, 'ticket.updated', { ...full, ticket: patched });
}
