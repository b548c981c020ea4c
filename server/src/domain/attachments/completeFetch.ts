import { AppError } from '@tikethet/shared/errors';
import type { Ctx } from '../context';
import { emitMessage } from '../conversations/emitMessage';
import { Message } from '../conversations/message';
import { lockVisibleTicket } from '../tickets/loadTickets';
import type { TicketInFull } from '../tickets/ticket';
import { Attachment } from './attachment';
import type { StoredFile } from './receiveFile';

interface Place {
  full: TicketInFull;
  message: Message;
}

/** The locked ticket in which an attachment is shown; null when it is shown nowhere. */
async function lockPlace(ctx: Ctx, attachmentId: string): Promise<Place | null> {
  const attachment = await Attachment.query(ctx.trx).findById(attachmentId);
  if (attachment === undefined || attachment.messageId === null) return null;
  const found = await Message.query(ctx.trx).findById(attachment.messageId);
  if (found === undefined) return null;
  try {
    const { full } = await lockVisibleTicket(ctx, found.ticketId);
    // As it is under the lock: it may just have been edited or deleted.
    const message = await found.$query(ctx.trx);
    return { full, message };
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  }
}

async function finish(
  ctx: Ctx,
  attachmentId: string,
  outcome: Partial<StoredFile> & { state: 'READY' | 'FAILED' | 'TOO_LARGE' },
): Promise<boolean> {
  const place = await lockPlace(ctx, attachmentId);
  const patched = await Attachment.query(ctx.trx)
    .patch(outcome)
    .where({ id: attachmentId, state: 'FETCHING' });
  if (patched === 0) return false;
  if (place !== null && place.message.deletedAt === null) {
    await emitMessage(ctx, 'message.edited', place.full, place.message);
  }
  return true;
}

/**
 * A file from Telegram has arrived: its message shows it from now on. The actor is the desk itself.
 * @param input.file from `receiveFromTelegram`
 * @returns false when nobody waits for it any more; the caller then drops the stored file
 */
export function completeFetch(
  ctx: Ctx,
  { attachmentId, file }: { attachmentId: string; file: StoredFile },
): Promise<boolean> {
  return finish(ctx, attachmentId, { ...file, state: 'READY' });
}

/**
 * A file from Telegram will not arrive: its message says why.
 * @returns false when nobody waits for it any more
 */
export function failFetch(
  ctx: Ctx,
  { attachmentId, state }: { attachmentId: string; state: 'FAILED' | 'TOO_LARGE' },
): Promise<boolean> {
  return finish(ctx, attachmentId, { state });
}
