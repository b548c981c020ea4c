import type { Ctx } from '../context';
import { Attachment } from './attachment';

/**
 * Whether a message has this file of Telegram. One that was stored before files were told apart
 * could be any: it counts as this one.
 * @param uniqueId Telegram's `file_unique_id`
 */
export async function hasTelegramFile(
  ctx: Ctx,
  messageId: string,
  uniqueId: string,
): Promise<boolean> {
  const known = await Attachment.query(ctx.trx)
    .where({ messageId })
    .whereNotNull('telegramFileId')
    .where((either) => either.whereNull('telegramUniqueId').orWhere('telegramUniqueId', uniqueId))
    .first();
  return known !== undefined;
}
