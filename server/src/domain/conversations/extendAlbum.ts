import { LIMITS } from '@tikethet/shared/tickets';
import { Attachment } from '../attachments/attachment';
import { requirePerson, type Ctx } from '../context';
import { editMessage } from './editMessage';
import { emitMessage } from './emitMessage';
import { lockMessage } from './loadMessage';
import { Message } from './message';

/** Parts of an album arrive within seconds; later the same id means nothing. Milliseconds. */
const ALBUM_TIME = 10 * 60_000;

/** The message that the first part of an album became, or null. */
export async function findAlbum(ctx: Ctx, mediaGroupId: string): Promise<Message | null> {
  const message = await Message.query(ctx.trx)
    .where({ authorId: requirePerson(ctx).id, mediaGroupId })
    .where('createdAt', '>', new Date(ctx.now.getTime() - ALBUM_TIME))
    .whereNull('deletedAt')
    .orderBy('createdAt', 'desc')
    .first();
  return message ?? null;
}

/**
 * Adds the next part of an album to its message; a caption that comes with it becomes the
 * message's text when it has none.
 * @returns the part's place in the album
 */
export async function extendAlbum(
  ctx: Ctx,
  input: { messageId: string; attachmentId: string | null; caption: string },
): Promise<number> {
  const { full, message } = await lockMessage(ctx, input.messageId);
  const ordinal = await Attachment.query(ctx.trx).where({ messageId: message.id }).resultSize();
  if (input.attachmentId !== null && ordinal < LIMITS.attachmentsPerMessage) {
    await Attachment.query(ctx.trx)
      .patch({ messageId: message.id, ordinal })
      .where({ id: input.attachmentId, uploaderId: requirePerson(ctx).id })
      .whereNull('messageId');
  }
  if (input.caption !== '' && message.content === '') {
    await editMessage(ctx, { messageId: message.id, content: input.caption });
  } else {
    await emitMessage(ctx, 'message.edited', full, message);
  }
  return ordinal;
}
