import { AppError } from '@tikethet/shared/errors';
import { Attachment } from '../attachments/attachment';
import { Category } from '../categories/category';
import type { Ctx } from '../context';
import { Message } from '../conversations/message';
import { User } from '../people/user';
import { getVisibleTicket } from './loadTickets';
import type { TicketInFull } from './ticket';

export interface CardMessage {
  message: Message;
  authorName: string;
  files: Attachment[];
}

export interface StaffCard {
  full: TicketInFull;
  category: Category | null;
  /** The newest ones, oldest first, notes included. */
  messages: CardMessage[];
}

/**
 * A ticket at a glance, for staff who see it.
 * @throws AppError `not_found`, also for what the person sees only as its customer
 */
export async function staffCard(
  ctx: Ctx,
  { id, messages: count }: { id: string; messages: number },
): Promise<StaffCard> {
  const { full, access } = await getVisibleTicket(ctx, id);
  if (access === 'customer') throw new AppError('not_found', { resource: 'ticket' });
  const newest = await Message.query(ctx.trx)
    .where({ ticketId: id })
    .whereNull('deletedAt')
    .orderBy('position', 'desc')
    .limit(count);
  const ids = newest.map((message) => message.id);
  const authors = await User.query(ctx.trx).findByIds([
    ...new Set(newest.flatMap((message) => message.authorId ?? [])),
  ]);
  const files = await Attachment.query(ctx.trx)
    .whereIn('messageId', ids)
    .orderBy(['messageId', 'ordinal']);
  return {
    full,
    category: (await Category.query(ctx.trx).findById(full.ticket.categoryId)) ?? null,
    messages: newest.reverse().map((message) => ({
      message,
      authorName: authors.find((user) => user.id === message.authorId)?.shownName ?? 'TiketHet',
      files: files.filter((file) => file.messageId === message.id),
    })),
  };
}
