import type { Message as MessageResource } from '@tikethet/shared/contracts';
import { emit, type Ctx } from '../context';
import { audienceOf } from '../tickets/policy';
import type { TicketInFull } from '../tickets/ticket';
import type { Message } from './message';
import { presentMessages } from './presentMessages';

/**
 * Announces a message as it is now, to staff and (unless it is a note) to the customer.
 * @returns the message as staff see it
 */
export async function emitMessage(
  ctx: Ctx,
  type: 'message.created' | 'message.edited' | 'message.deleted',
  full: TicketInFull,
  message: Message,
): Promise<MessageResource> {
  const [data] = await presentMessages(ctx.trx, [message], 'staff');
  if (data === undefined) throw new Error('unreachable: one message in, one out');
  await emit(ctx, {
    type,
    ticketId: message.ticketId,
    audience: audienceOf(full, { internal: message.internal }),
    data,
    customerData: message.internal ? null : { ...data, delivery: null },
  });
  return data;
}
