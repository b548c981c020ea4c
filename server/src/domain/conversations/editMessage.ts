import type { Message as MessageResource } from '@tikethet/shared/contracts';
import { AppError } from '@tikethet/shared/errors';
import { can } from '@tikethet/shared/permissions';
import { LIMITS } from '@tikethet/shared/tickets';
import { newId } from '../../db/ids';
import { Attachment } from '../attachments/attachment';
import { requirePerson, type Ctx } from '../context';
import { deliverTo, LANES } from '../deliveries/queueDelivery';
import { readSettings } from '../settings/deskSettings';
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
  /** As it was, when absent. */
  format?: Message['format'];
  /** Files that the message has from now on as well. */
  addedIds?: readonly string[];
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
  await requireEditable(ctx, message, access);
  const { content, format = message.format, addedIds = [] } = input;
  const same = message.content === content && message.format === format;
  if (same && addedIds.length === 0) {
    const [unchanged] = await presentMessages(ctx.trx, [message], 'staff');
    if (unchanged === undefined) throw new Error('unreachable: one message in, one out');
    return { message: unchanged, access };
  }
  if (!same) await keepRevision(ctx, message);
  await addFiles(ctx, message, addedIds);
  const edited = await message.patched(ctx.trx, { content, format, editedAt: ctx.now });
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

async function keepRevision(ctx: Ctx, message: Message): Promise<void> {
  await ctx.trx('message_revisions').insert({
    id: newId(),
    message_id: message.id,
    content: message.content,
    format: message.format,
    editor_id: requirePerson(ctx).id,
    created_at: ctx.now,
  });
}

/** A file that replaces another stands beside it: what was sent first is not lost. */
async function addFiles(ctx: Ctx, message: Message, ids: readonly string[]): Promise<void> {
  const before = await Attachment.query(ctx.trx).where({ messageId: message.id }).resultSize();
  const room = Math.max(0, LIMITS.attachmentsPerMessage - before);
  for (const [index, id] of ids.slice(0, room).entries()) {
    await Attachment.query(ctx.trx)
      .patch({ messageId: message.id, ordinal: before + index })
      .where({ id, uploaderId: requirePerson(ctx).id })
      .whereNull('messageId');
  }
}

async function requireEditable(
  ctx: Ctx,
  message: Message,
  access: VisibleTicket['access'],
): Promise<void> {
  const person = requirePerson(ctx);
  if (message.authorId !== person.id) {
    // Nobody changes what a customer wrote.
    const byStaff = access === 'full' && message.side === 'STAFF';
    if (!byStaff || !can(person, 'message.editAny')) throw new AppError('forbidden');
    return;
  }
  if (message.fromTelegram) {
    if (ctx.actor.channel !== 'BOT') throw new AppError('forbidden', { reason: 'telegram' });
    return;
  }
  if (message.side === 'STAFF' && can(person, 'message.editOwn')) return;
  const { editMinutes: minutes } = await readSettings(ctx);
  if (ctx.now.getTime() - message.createdAt.getTime() > minutes * 60_000) {
    throw new AppError('edit_window_passed', { minutes });
  }
}

/** The first message is the description, the newest one the preview. */
export async function followInTicket(
  ctx: Ctx,
  full: TicketInFull,
  message: Message,
): Promise<void> {
  const { ticket } = full;
  const isFirst = message.position === 1;
  const isNewest = !message.internal && message.position === ticket.lastPosition;
  if (!isFirst && !isNewest) return;
  const patched = await ticket.patched(ctx.trx, {
    ...(isFirst ? { description: message.content } : {}),
    ...(isNewest && ticket.lastMessage !== null
      ? {
          lastMessage: { ...ticket.lastMessage, content: preview(message.content, message.format) },
        }
      : {}),
  });
  await emitTicket(ctx, 'ticket.updated', { ...full, ticket: patched });
}
