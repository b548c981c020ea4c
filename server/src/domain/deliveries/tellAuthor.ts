import { isStaff } from '@tikethet/shared/permissions';
import type { Ctx } from '../context';
import { Message } from '../conversations/message';
import { notify } from '../notifications/notify';
import { User } from '../people/user';
import type { TicketInFull } from '../tickets/ticket';

/** Tells the member of staff who wrote a message that it is not known to stand in the chat. */
export async function tellAuthor(
  ctx: Ctx,
  { ticket, customer }: TicketInFull,
  messageId: string,
): Promise<void> {
  const message = await Message.query(ctx.trx).findById(messageId);
  if (message === undefined || message.authorId === null) return;
  const author = await User.query(ctx.trx).findById(message.authorId);
  if (author === undefined || !isStaff(author.role)) return;
  await notify(ctx, author, {
    kind: 'UNDELIVERED',
    ticketId: ticket.id,
    messageId,
    personName: customer.shownName,
    personId: customer.id,
  });
}
