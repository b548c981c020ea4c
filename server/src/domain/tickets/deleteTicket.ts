import { recordAudit } from '../audit/recordAudit';
import { emit, requirePermission, type Ctx } from '../context';
import { lockVisibleTicket } from './loadTickets';
import { audienceOf } from './policy';

/** Takes a ticket out of every list. Its rows stay for the audit log. @throws `not_found` */
export async function deleteTicket(ctx: Ctx, input: { id: string }): Promise<void> {
  requirePermission(ctx, 'ticket.delete');
  const { full } = await lockVisibleTicket(ctx, input.id);
  const { ticket } = full;
  await ticket.$query(ctx.trx).patch({ deletedAt: ctx.now });
  const data = { id: ticket.id, number: ticket.number };
  await emit(ctx, {
    type: 'ticket.deleted',
    ticketId: ticket.id,
    audience: audienceOf(full),
    data,
    customerData: data,
  });
  await recordAudit(ctx, {
    action: 'ticket.deleted',
    targetType: 'ticket',
    targetId: ticket.id,
    before: { number: ticket.number, title: ticket.title, status: ticket.status },
  });
}
