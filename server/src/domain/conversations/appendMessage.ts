import type { MessageExtra, MessageKind } from '@tikethet/shared/contracts';
import { AppError } from '@tikethet/shared/errors';
import type { TicketStatus } from '@tikethet/shared/tickets';
import type { PartialModelObject } from 'objection';
import { gathering } from '../../db/gather';
import { newId } from '../../db/ids';
import { Attachment } from '../attachments/attachment';
import type { Ctx } from '../context';
import { markWritten } from '../reads/markWritten';
import type { TicketInFull, TicketPatch } from '../tickets/ticket';
import { Message } from './message';
import { preview, shownText } from './preview';

export interface MessageContent {
  content: string;
  format: 'plain' | 'markdown';
  attachmentIds: readonly string[];
  replyToId?: string;
  /** The part of the message replied to that is meant. */
  quote?: string;
  kind?: MessageKind;
  extra?: MessageExtra;
  /** Telegram's album id: parts of one album become one message. */
  mediaGroupId?: string;
  fromTelegram?: boolean;
  /** When it was written, if not now. */
  writtenAt?: Date;
}

export interface NewMessage extends MessageContent {
  authorId: string;
  side: 'CUSTOMER' | 'STAFF';
  internal: boolean;
  /** The ticket's status that it changes; null: it changes none. */
  statusBefore?: TicketStatus | null;
}

function invalid(path: string, message: string): AppError {
  return new AppError('validation_failed', { issues: [{ path, message }] });
}

const insertMessage = gathering<PartialModelObject<Message>, Message>((trx, rows) =>
  Message.query(trx)
    .insert([...rows])
    .returning('*')
    .execute(),
);

/**
 * Adds a message to a locked ticket. Status, events and deliveries are the caller's.
 * @returns the message, and the ticket's columns that it changes (a note changes none that a
 * customer could notice)
 */
export async function appendMessage(
  ctx: Ctx,
  { ticket }: TicketInFull,
  input: NewMessage,
): Promise<{ message: Message; patch: TicketPatch }> {
  if (input.content === '' && input.attachmentIds.length === 0 && input.extra === undefined) {
    throw invalid('content', 'a message needs text or a file');
  }
  if (input.replyToId !== undefined) await requireQuotable(ctx, ticket.id, input);
  const position = ticket.lastPosition + 1;
  const message = await insertMessage(ctx.trx, {
    id: newId(),
    ticketId: ticket.id,
    position,
    authorId: input.authorId,
    side: input.side,
    kind: input.kind ?? 'TEXT',
    content: input.content,
    format: input.format,
    internal: input.internal,
    extra: input.extra ?? null,
    mediaGroupId: input.mediaGroupId ?? null,
    fromTelegram: input.fromTelegram ?? false,
    replyToId: input.replyToId ?? null,
    quote: input.replyToId === undefined ? null : (input.quote ?? null),
    statusBefore: input.statusBefore ?? null,
    createdAt: input.writtenAt ?? ctx.now,
  });
  await claimAttachments(ctx, message.id, input);
  const marks = await markWritten(ctx, ticket, message);
  if (input.internal) return { message, patch: { lastPosition: position } };
  return {
    message,
    patch: {
      ...marks,
      lastPosition: position,
      messageCount: ticket.messageCount + 1,
      waitingSince: input.side === 'STAFF' ? null : (ticket.waitingSince ?? message.createdAt),
      lastMessage: {
        content: preview(input.content, input.format),
        kind: input.kind ?? 'TEXT',
        authorId: input.authorId,
        fromStaff: input.side === 'STAFF',
        at: ctx.now.toISOString(),
      },
    },
  };
}

async function requireQuotable(ctx: Ctx, ticketId: string, input: NewMessage): Promise<void> {
  const quoted = await Message.query(ctx.trx).findOne({ id: input.replyToId, ticketId });
  if (quoted === undefined || (quoted.internal && !input.internal)) {
    throw invalid('replyToId', 'no such message in this conversation');
  }
  // In Telegram the chat's text is quoted, which has a heading above the desk's.
  if (input.quote === undefined || input.fromTelegram) return;
  if (!shownText(quoted.content, quoted.format).includes(input.quote)) {
    throw invalid('quote', 'not a part of the message');
  }
}

/** Files belong to the message from here on; only the uploader may use an upload, and once. */
async function claimAttachments(ctx: Ctx, messageId: string, input: NewMessage): Promise<void> {
  for (const [ordinal, id] of input.attachmentIds.entries()) {
    const claimed = await Attachment.query(ctx.trx)
      .patch({ messageId, ordinal })
      .where({ id, uploaderId: input.authorId })
      .whereNull('messageId');
    if (claimed === 0) throw invalid('attachmentIds', `no unused upload of yours: ${id}`);
  }
}
