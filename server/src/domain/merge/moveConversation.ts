import type { Ctx } from '../context';
import { emit } from '../context';
import { findLastMessage } from '../conversations/lastMessage';
import { Message } from '../conversations/message';
import { asCustomerSees, presentMessages } from '../conversations/presentMessages';
import { countForCustomer } from '../reads/marks';
import { refOf } from '../tickets/presentTicket';
import { audienceOf } from '../tickets/policy';
import type { Ticket, TicketInFull, TicketPatch } from '../tickets/ticket';

/** Messages in one event: it stays far below what a socket takes at once. */
const CHUNK = 50;

/** What stands for messages elsewhere goes where they went: their sending, their place in the chat. */
export async function moveTraces(
  ctx: Ctx,
  messageIds: readonly string[],
  ticketId: string,
): Promise<void> {
  for (const table of ['deliveries', 'telegram_messages']) {
    await ctx
      .trx(table)
      .whereIn('message_id', [...messageIds])
      .update({ ticket_id: ticketId });
  }
}

/**
 * What a ticket's row says of its conversation, counted anew after messages came or went. Positions
 * are never given twice, so the last one stays.
 */
export async function summarize(ctx: Ctx, ticket: Ticket): Promise<TicketPatch> {
  const { rows } = await ctx.trx.raw<{
    rows: { public: number; public_position: number | null }[];
  }>(
    `select count(*) filter (where not internal and deleted_at is null) as public,
       max(position) filter (where not internal) as public_position
     from messages where ticket_id = ?`,
    [ticket.id],
  );
  return {
    messageCount: rows[0]?.public ?? 0,
    publicPosition: rows[0]?.public_position ?? 0,
    customerUnread: await countForCustomer(ctx.trx, ticket.id, ticket.customerReadPosition),
    lastMessage: (await findLastMessage(ctx.trx, ticket.id)) ?? ticket.lastMessage,
  };
}

/** Tells where messages are now; the ticket they went to must be locked, and loaded as it is now. */
export async function announceMove(
  ctx: Ctx,
  from: Ticket,
  to: TicketInFull,
  messageIds: readonly string[],
): Promise<void> {
  const messages = await Message.query(ctx.trx)
    .findByIds([...messageIds])
    .orderBy('position');
  const shown = await presentMessages(ctx.trx, messages, 'staff');
  const head = { from: refOf(from.id, from.number), ticketId: to.ticket.id };
  for (let start = 0; start < shown.length; start += CHUNK) {
    const chunk = shown.slice(start, start + CHUNK);
    const open = chunk.filter(({ internal }) => !internal).map(asCustomerSees);
    await emit(ctx, {
      type: 'messages.moved',
      ticketId: to.ticket.id,
      audience: audienceOf(to, { internal: open.length === 0 }),
      data: { ...head, messages: chunk },
      customerData: open.length === 0 ? null : { ...head, messages: open },
    });
  }
}
