import { AppError } from '@tikethet/shared/errors';
import { requirePerson, type Ctx } from '../context';
import { Message } from '../conversations/message';
import { User } from '../people/user';
import { getVisibleTicket } from '../tickets/loadTickets';
import { Ticket } from '../tickets/ticket';
import { Attachment } from './attachment';
import type { LinkSubject } from './signUrls';

/** The same answer whether it does not exist, is gone or is somebody else's. */
function unknown(): AppError {
  return new AppError('not_found', { resource: 'attachment' });
}

async function load(
  ctx: Ctx,
  id: string,
): Promise<{ attachment: Attachment; message: Message | null }> {
  const attachment = await Attachment.query(ctx.trx).findById(id);
  if (attachment === undefined) throw unknown();
  if (attachment.messageId === null) return { attachment, message: null };
  const message = await Message.query(ctx.trx).findById(attachment.messageId);
  if (message === undefined || message.deletedAt !== null) throw unknown();
  return { attachment, message };
}

/**
 * An attachment that the actor may see: their own unused upload, or one in a ticket they see (one
 * of a note: see as staff).
 * @throws AppError `not_found`
 */
export async function findReadable(ctx: Ctx, id: string): Promise<Attachment> {
  const person = requirePerson(ctx);
  const { attachment, message } = await load(ctx, id);
  if (message === null) {
    if (attachment.uploaderId !== person.id) throw unknown();
    return attachment;
  }
  const { access } = await getVisibleTicket(ctx, message.ticketId).catch((error: unknown) => {
    throw error instanceof AppError && error.code === 'not_found' ? unknown() : error;
  });
  if (access === 'customer' && message.internal) throw unknown();
  return attachment;
}

/**
 * An attachment whose address was signed for somebody. What may have changed since is checked
 * again; that staff may read it was checked minutes ago.
 * @throws AppError `not_found`
 */
export async function findBySubject(
  ctx: Ctx,
  id: string,
  subject: LinkSubject,
): Promise<Attachment> {
  const { attachment, message } = await load(ctx, id);
  const customerId = subject === 'staff' ? null : subject.slice('customer:'.length);
  if (customerId !== null) {
    const customer = await User.query(ctx.trx).findOne({ id: customerId, isActive: true });
    if (customer === undefined || message?.internal === true) throw unknown();
    if (message === null && attachment.uploaderId !== customerId) throw unknown();
  }
  // Given up: it only waits to be removed.
  if (message === null && attachment.uploaderId === null) throw unknown();
  if (message === null) return attachment;
  const ticket = await Ticket.query(ctx.trx).findById(message.ticketId).whereNull('deletedAt');
  if (ticket === undefined) throw unknown();
  if (customerId !== null && ticket.customerId !== customerId) throw unknown();
  return attachment;
}
