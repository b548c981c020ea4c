import { AppError } from '@tikethet/shared/errors';
import { Attachment } from '../attachments/attachment';
import { requirePerson, type Ctx } from '../context';
import { moveChatMessages } from '../telegram/chatMessages';
import { applyChange } from '../tickets/applyChange';
import { momentsOf } from '../tickets/changeTicket';
import { createTicket } from '../tickets/createTicket';
import { lockVisibleTicket } from '../tickets/loadTickets';
import type { TicketInFull, TicketPatch } from '../tickets/ticket';
import { addMessage } from './addMessage';
import { emitMessage } from './emitMessage';
import { findLastMessage } from './lastMessage';
import { Message } from './message';

/** What a person writes without being answered is one thought; more is not moved by a button. */
const MOST = 20;

export interface MoveMessagesInput {
  /** The first message to move; those of the customer that follow it without an answer go along. */
  messageId: string;
  /** An own ticket, or what a new one needs. */
  to: { ticketId: string } | { title: string; categoryId: string };
}

export interface Moved {
  full: TicketInFull;
  count: number;
  /** The first of them, as it is called now. */
  messageId: string;
}

/**
 * A customer's messages go to another of their tickets, with files, reactions, earlier texts and
 * what stands for them in the chat. In the old ticket a mark of each stays that says where it went;
 * a status that they had changed is as it was.
 * @throws AppError `not_found` (not one's own, or moved already), `forbidden` (a ticket's first
 * message), `ticket_closed`
 */
export async function moveMessages(ctx: Ctx, input: MoveMessagesInput): Promise<Moved> {
  const person = requirePerson(ctx);
  const found = await Message.query(ctx.trx).findById(input.messageId);
  const isOwn = found?.authorId === person.id && found.side === 'CUSTOMER';
  if (found === undefined || !isOwn || found.deletedAt !== null) throw gone();
  if (found.position === 1) throw new AppError('forbidden', { reason: 'first_message' });
  const source = await lockBoth(ctx, found.ticketId, input.to);
  const messages = await thoughtOf(ctx, found);
  const [first] = messages;
  if (first?.id !== found.id) throw gone();
  const renamed = new Map<string, string>();
  let { to } = input;
  let full: TicketInFull | null = null;
  for (const message of messages) {
    const copy = await moveOne(ctx, message, to, renamed);
    renamed.set(message.id, copy.messageId);
    ({ full } = copy);
    to = { ticketId: full.ticket.id };
    await leaveMark(ctx, source, message, full.ticket.number);
  }
  if (full === null) throw gone();
  await settleSource(ctx, source, messages);
  return { full, count: messages.length, messageId: renamed.get(found.id) ?? found.id };
}

function gone(): AppError {
  return new AppError('not_found', { resource: 'message' });
}

/** Tickets are locked in the order of their ids, whichever way a message goes. */
async function lockBoth(
  ctx: Ctx,
  sourceId: string,
  to: MoveMessagesInput['to'],
): Promise<TicketInFull> {
  const ids = 'ticketId' in to ? [sourceId, to.ticketId] : [sourceId];
  if (new Set(ids).size < ids.length) throw new AppError('forbidden', { reason: 'same_ticket' });
  let source: TicketInFull | null = null;
  for (const id of ids.sort()) {
    const { full } = await lockVisibleTicket(ctx, id);
    if (full.ticket.customerId !== requirePerson(ctx).id) throw gone();
    if (id === sourceId) source = full;
  }
  if (source === null) throw gone();
  return source;
}

/** The message and what its author added before anybody answered. */
async function thoughtOf(ctx: Ctx, first: Message): Promise<Message[]> {
  const following = await Message.query(ctx.trx)
    .where({ ticketId: first.ticketId, internal: false })
    .where('position', '>=', first.position)
    .whereNull('deletedAt')
    .orderBy('position')
    .limit(MOST);
  const answer = following.findIndex(({ authorId }) => authorId !== first.authorId);
  return answer === -1 ? following : following.slice(0, answer);
}

async function moveOne(
  ctx: Ctx,
  message: Message,
  to: MoveMessagesInput['to'],
  renamed: ReadonlyMap<string, string>,
): Promise<{ messageId: string; full: TicketInFull }> {
  const files = await Attachment.query(ctx.trx).where({ messageId: message.id }).orderBy('ordinal');
  await Attachment.query(ctx.trx).patch({ messageId: null }).where({ messageId: message.id });
  const replyToId = message.replyToId === null ? undefined : renamed.get(message.replyToId);
  const content = {
    content: message.content,
    format: message.format,
    kind: message.kind,
    attachmentIds: files.map((file) => file.id),
    fromTelegram: message.fromTelegram,
    writtenAt: message.createdAt,
    ...(message.extra === null ? {} : { extra: message.extra }),
    ...(message.mediaGroupId === null ? {} : { mediaGroupId: message.mediaGroupId }),
    ...(replyToId === undefined ? {} : { replyToId }),
    ...(replyToId === undefined || message.quote === null ? {} : { quote: message.quote }),
  };
  const written =
    'ticketId' in to
      ? await addMessage(ctx, { ...content, ticketId: to.ticketId, internal: false })
      : await createTicket(ctx, { ...content, title: to.title, categoryId: to.categoryId });
  const messageId = written.message.id;
  await ctx
    .trx('message_revisions')
    .where({ message_id: message.id })
    .update({ message_id: messageId });
  const reactions = await ctx
    .trx('message_reactions')
    .where({ message_id: message.id })
    .update({ message_id: messageId });
  await moveChatMessages(
    ctx,
    { messageId: message.id },
    { messageId, ticketId: written.full.ticket.id },
  );
  if (message.editedAt !== null || reactions > 0) {
    const copy = await Message.query(ctx.trx).patchAndFetchById(messageId, {
      editedAt: message.editedAt,
    });
    await emitMessage(ctx, 'message.updated', written.full, copy);
  }
  return { messageId, full: written.full };
}

async function leaveMark(
  ctx: Ctx,
  source: TicketInFull,
  message: Message,
  movedTo: number,
): Promise<void> {
  const mark = await message.patched(ctx.trx, {
    content: '',
    extra: { movedTo },
    mediaGroupId: null,
    deletedAt: ctx.now,
  });
  await emitMessage(ctx, 'message.deleted', source, mark);
}

async function settleSource(
  ctx: Ctx,
  source: TicketInFull,
  moved: readonly Message[],
): Promise<void> {
  const { ticket } = source;
  const patch: TicketPatch = {
    messageCount: Math.max(0, ticket.messageCount - moved.length),
    lastMessage: await findLastMessage(ctx.trx, ticket.id),
  };
  const changedBy = ticket.fieldVersions.status?.by;
  const before = moved.find(({ statusBefore }) => statusBefore !== null)?.statusBefore ?? null;
  const status = changedBy === requirePerson(ctx).id ? before : null;
  await applyChange(ctx, source, {
    ...patch,
    ...(status === null ? {} : { status, ...momentsOf(ctx, ticket, status) }),
  });
}
