import type { Ctx } from '../context';
import { Message } from './message';

/** Whether a message is a note for the team; null: there is no such message. */
export async function isInternal(ctx: Ctx, messageId: string): Promise<boolean | null> {
  const message = await Message.query(ctx.trx).findById(messageId).select('internal');
  return message?.internal ?? null;
}
