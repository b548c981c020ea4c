import type { Message as MessageResource } from '@tikethet/shared/contracts';
import { emit, type Ctx } from '../context';
import { audienceOf } from '../tickets/policy';
import type { TicketInFull } from '../tickets/ticket';
import { Message } from './message';
import { asCustomerSees, presentMessages, type Known } from './presentMessages';

/**
 * Announces a message as it is now, to staff and (unless it is a note) to the customer.
 * @param known what need not be asked for
 * @returns the message as staff see it
 */
export async function emitMessage(
  ctx: Ctx,
  type: `message.${'created' | 'edited' | 'deleted' | 'updated'}`,
  full: TicketInFull,
  message: Message,
  known: Known = {},
): Promise<MessageResource> {
  const [data] = await presentMessages(ctx.trx, [message], 'staff', known);
  if (data === undefined) throw new Error('unreachable: one message in, one out');
  await emit(ctx, {
    type,
    ticketId: message.ticketId,
    audience: audienceOf(full, { internal: message.internal }),
    data,
    customerData: message.internal ? null : asCustomerSees(data),
  });
  return data;
}

/** Tells staff what became of a message's edit or deletion in its customer's chat. */
export async function emitChatChange(
  ctx: Ctx,
  full: TicketInFull,
  messageId: string,
): Promise<void> {
  const message = await Message.query(ctx.trx).findById(messageId);
  const [data] = message === undefined ? [] : await presentMessages(ctx.trx, [message], 'staff');
  if (data === undefined) return;
  await emit(ctx, {
    type: 'message.updated',
    ticketId: full.ticket.id,
    audience: audienceOf(full, { internal: true }),
    data,
    customerData: null,
  });
}
