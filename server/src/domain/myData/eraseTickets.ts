import type { Message as MessageResource } from '@tikethet/shared/contracts';
import { erased } from '@tikethet/shared/locales/erased';
import { isActive } from '@tikethet/shared/tickets';
import { emit, type Ctx } from '../context';
import { dropNotifications } from '../notifications/dropNotifications';
import { Message } from '../conversations/message';
import { presentMessages } from '../conversations/presentMessages';
import type { User } from '../people/user';
import { applyChange, emitTicket } from '../tickets/applyChange';
import { momentsOf } from '../tickets/changeTicket';
import { completeTickets } from '../tickets/loadTickets';
import { audienceOf } from '../tickets/policy';
import { Ticket, type TicketInFull } from '../tickets/ticket';

/** Messages announced from memory at once. */
const BATCH = 500;
/** A file of nobody, this old, goes with the next cleaning of unused uploads. Milliseconds. */
const LONG_AGO = 7 * 24 * 60 * 60_000;

/** Locks all tickets of a customer, deleted ones too: their texts are still there. */
export async function lockTicketsOf(ctx: Ctx, customerId: string): Promise<Ticket[]> {
  return Ticket.query(ctx.trx).where({ customerId }).orderBy('id').forUpdate();
}

/**
 * Takes texts and files out of locked tickets and closes those that were open. Who worked on them,
 * when, and how they were rated stays.
 * @param customer as they are after their own erasure
 */
export async function eraseTickets(
  ctx: Ctx,
  customer: User,
  tickets: readonly Ticket[],
): Promise<void> {
  const ids = tickets.map((ticket) => ticket.id);
  const shown = await shownMessages(ctx, ids);
  await eraseFiles(ctx, customer.id, ids);
  await eraseTexts(ctx, ids);
  await dropNotifications(ctx, ids);
  const title = erased[customer.language].ticket;
  for (const full of await completeTickets(ctx.trx, tickets)) {
    const { ticket } = full;
    const clean = await ticket.patched(ctx.trx, {
      title,
      description: '',
      ratingComment: null,
      lastMessage: null,
    });
    if (clean.deletedAt !== null) continue;
    const known = { ...full, customer, ticket: clean };
    if (!isActive(clean.status)) {
      await emitTicket(ctx, 'ticket.updated', known);
    } else {
      const closing = { status: 'CLOSED', ...momentsOf(ctx, clean, 'CLOSED') } as const;
      await applyChange(ctx, known, closing);
    }
    await announceErased(ctx, known, shown.get(ticket.id) ?? []);
  }
}

/** Ids of messages that people may have on screen, by ticket. */
async function shownMessages(
  ctx: Ctx,
  ticketIds: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await Message.query(ctx.trx)
    .whereIn('ticketId', [...ticketIds])
    .whereNull('deletedAt')
    .orderBy(['ticketId', 'position'])
    .select('id', 'ticketId');
  const result = new Map<string, string[]>();
  for (const { id, ticketId } of rows) result.set(ticketId, [...(result.get(ticketId) ?? []), id]);
  return result;
}

/** The rows of files become unclaimed and old: the cleaning of uploads removes what they name. */
async function eraseFiles(ctx: Ctx, userId: string, ticketIds: readonly string[]): Promise<void> {
  await ctx.trx.raw(
    `update attachments set uploader_id = null, message_id = null, file_name = 'deleted',
       telegram_file_id = null, created_at = ?,
       state = case when state = 'FETCHING' then 'FAILED' else state end
     where (uploader_id = ? and message_id is null)
       or message_id in (select id from messages where ticket_id = any(?))`,
    [new Date(ctx.now.getTime() - LONG_AGO), userId, [...ticketIds]],
  );
}

async function eraseTexts(ctx: Ctx, ticketIds: readonly string[]): Promise<void> {
  const ids = [...ticketIds];
  const inTickets = '(select id from messages where ticket_id = any(?))';
  await ctx.trx.raw(`delete from message_revisions where message_id in ${inTickets}`, [ids]);
  await ctx.trx.raw('delete from drafts where ticket_id = any(?)', [ids]);
  await ctx.trx.raw('delete from scheduled_messages where ticket_id = any(?)', [ids]);
  await ctx.trx.raw(`delete from message_reactions where message_id in ${inTickets}`, [ids]);
  await ctx.trx.raw(
    `update audit_log set before = null, after = null
     where target_id = any(?) or target_id in ${inTickets}`,
    [ids, ids],
  );
  await ctx.trx.raw(
    `update ticket_changes set comment = null,
       old_value = case when field in ('title', 'merged', 'mergedInto') then 'null' else old_value end,
       new_value = case when field in ('title', 'merged', 'mergedInto') then 'null' else new_value end
     where ticket_id = any(?)`,
    [ids],
  );
  await ctx.trx.raw(
    `update messages set content = '', extra = null, quote = null, media_group_id = null,
       deleted_at = coalesce(deleted_at, ?)
     where ticket_id = any(?)`,
    [ctx.now, ids],
  );
}

async function announceErased(
  ctx: Ctx,
  full: TicketInFull,
  messageIds: readonly string[],
): Promise<void> {
  for (let from = 0; from < messageIds.length; from += BATCH) {
    const messages = await Message.query(ctx.trx)
      .findByIds(messageIds.slice(from, from + BATCH))
      .orderBy('position');
    const shown = await presentMessages(ctx.trx, messages, 'staff');
    await emit(ctx, ...shown.map((message) => goneEvent(full, message)));
  }
}

/** Nobody is left who would read the customer's view. */
function goneEvent(full: TicketInFull, message: MessageResource) {
  return {
    type: 'message.deleted' as const,
    ticketId: full.ticket.id,
    audience: audienceOf(full, { internal: true }),
    data: message,
    customerData: null,
  };
}
