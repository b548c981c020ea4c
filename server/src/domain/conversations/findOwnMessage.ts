import { requirePerson, type Ctx } from '../context';
import { Message } from './message';

/** What the person wrote as a customer, deleted or not; null when it is not theirs. */
export async function findOwnMessage(ctx: Ctx, id: string): Promise<Message | null> {
  const authorId = requirePerson(ctx).id;
  return (await Message.query(ctx.trx).findOne({ id, authorId, side: 'CUSTOMER' })) ?? null;
}
