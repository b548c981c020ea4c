import type { Message } from '@tikethet/shared/contracts';
import { emit, type Ctx } from '../context';
import { audienceOf } from '../tickets/policy';
import type { TicketInFull } from '../tickets/ticket';

/** Tells staff what became of a message on its way to Telegram; its ticket must be locked. */
export async function emitDelivery(
  ctx: Ctx,
  full: TicketInFull,
  messageId: string,
  delivery: NonNullable<Message['delivery']>,
): Promise<void> {
  await emit(ctx, {
    type: 'delivery.changed',
    ticketId: full.ticket.id,
    audience: audienceOf(full, { internal: true }),
    data: { messageId, delivery },
    customerData: null,
  });
}
