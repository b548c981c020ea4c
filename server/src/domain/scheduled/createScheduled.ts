import type { ScheduledMessage as ScheduledResource } from '@tikethet/shared/contracts';
import { AppError } from '@tikethet/shared/errors';
import { LIMITS } from '@tikethet/shared/tickets';
import { newId } from '../../db/ids';
import { Attachment } from '../attachments/attachment';
import { requirePermission, type Ctx } from '../context';
import type { Seen } from '../conversations/refuseOutdated';
import { seenThere } from '../conversations/seenThere';
import { lockWorkingTicket } from '../tickets/loadTickets';
import { emitScheduled } from './emitScheduled';
import { ScheduledMessage } from './scheduledMessage';

export interface CreateScheduledInput {
  /** The ticket. */
  id: string;
  content: string;
  format: 'plain' | 'markdown';
  attachmentIds: readonly string[];
  replyToId?: string;
  quote?: string;
  seen?: Seen;
  resolve: boolean;
  /** ISO 8601. */
  sendAt: string;
}

function invalid(path: string, message: string): AppError {
  return new AppError('validation_failed', { issues: [{ path, message }] });
}

/** A moment to send at: within a year. @throws AppError `validation_failed` */
export function sendAtOf(ctx: Ctx, sendAt: string): Date {
  const at = new Date(sendAt);
  if (at.getTime() - ctx.now.getTime() > LIMITS.snoozeDays * 86_400_000) {
    throw invalid('sendAt', 'more than a year ahead');
  }
  return at;
}

/**
 * Keeps a reply that the desk sends later. Whether it may still be sent is decided then.
 * @throws AppError `not_found`, `forbidden`, `validation_failed`
 */
export async function createScheduled(
  ctx: Ctx,
  input: CreateScheduledInput,
): Promise<ScheduledResource> {
  const person = requirePermission(ctx, 'ticket.reply');
  const { full, access } = await lockWorkingTicket(ctx, input.id);
  const ticketId = full.ticket.id;
  if (access !== 'full') throw new AppError('forbidden', { reason: 'read_only' });
  if (input.content === '' && input.attachmentIds.length === 0) {
    throw invalid('content', 'a message needs text or a file');
  }
  const own = await Attachment.query(ctx.trx)
    .findByIds([...input.attachmentIds])
    .where('uploaderId', person.id)
    .whereNull('messageId');
  if (own.length < input.attachmentIds.length) {
    throw invalid('attachmentIds', 'no unused upload of yours');
  }
  const waiting = await ScheduledMessage.query(ctx.trx).where({ ticketId }).resultSize();
  if (waiting >= LIMITS.scheduledPerTicket) throw invalid('sendAt', 'too many wait already');
  const row = await ScheduledMessage.query(ctx.trx).insertAndFetch({
    id: newId(),
    ticketId,
    authorId: person.id,
    content: input.content,
    format: input.format,
    attachmentIds: [...input.attachmentIds],
    replyToId: input.replyToId ?? null,
    quote: input.replyToId === undefined ? null : (input.quote ?? null),
    seen: input.seen ? await seenThere(ctx, input.id, full.ticket, input.seen) : null,
    resolve: input.resolve,
    sendAt: sendAtOf(ctx, input.sendAt),
    state: 'WAITING',
    problem: null,
    createdAt: ctx.now,
  });
  return emitScheduled(ctx, full, row);
}
