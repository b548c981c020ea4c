import { LIMITS } from '@tikethet/shared/tickets';
import { Attachment } from '../attachments/attachment';
import { requirePerson, type Ctx } from '../context';
import { holdAlbum } from '../deliveries/holdAlbum';
import { followInTicket } from './editMessage';
import { emitMessage } from './emitMessage';
import { lockMessage } from './loadMessage';
import { Message } from './message';

/** Parts of an album arrive within seconds; later the same id means nothing. Milliseconds. */
const ALBUM_TIME = 10 * 60_000;

/** The message that the first part of an album became; null: none, or it has left for its reader. */
export async function findAlbum(ctx: Ctx, mediaGroupId: string): Promise<Message | null> {
  const message = await Message.query(ctx.trx)
    .where({ authorId: requirePerson(ctx).id, mediaGroupId })
    .where('createdAt', '>', new Date(ctx.now.getTime() - ALBUM_TIME))
    .whereNull('deletedAt')
    .orderBy('createdAt', 'desc')
    .first();
  if (message === undefined) return null;
  return message.side !== 'STAFF' || (await holdAlbum(ctx, message.id)) ? message : null;
}

export interface ExtendAlbumInput {
  messageId: string;
  attachmentId: string | null;
  /** The text with the captions of all parts that are here. */
  words: Pick<Message, 'content' | 'format'>;
}

/** Adds the next part of an album to its message; words that come with it are no edit. */
export async function extendAlbum(ctx: Ctx, input: ExtendAlbumInput): Promise<void> {
  const { full, message } = await lockMessage(ctx, input.messageId);
  const ordinal = await Attachment.query(ctx.trx).where({ messageId: message.id }).resultSize();
  if (input.attachmentId !== null && ordinal < LIMITS.attachmentsPerMessage) {
    await Attachment.query(ctx.trx)
      .patch({ messageId: message.id, ordinal })
      .where({ id: input.attachmentId, uploaderId: requirePerson(ctx).id })
      .whereNull('messageId');
  }
  const { content, format } = input.words;
  const spoken = content !== message.content || format !== message.format;
  const shown = spoken ? await message.patched(ctx.trx, { content, format }) : message;
  await emitMessage(ctx, 'message.edited', full, shown);
  if (spoken) await followInTicket(ctx, full, shown);
}
