import { DUE_SOON_MINUTES } from '@tikethet/shared/tickets';
import { SYSTEM, type Ctx } from '../context';
import { notifyStaff } from '../deliveries/notifyStaff';
import type { Desk } from '../desk';
import { completeTickets } from '../tickets/loadTickets';
import { Ticket } from '../tickets/ticket';

/** Tickets looked at in one run. */
const MOST = 500;
/** Minutes after which a broken promise is old: a desk that stood still does not shout for all. */
const STILL_NEWS = 60;

function around(now: Date): { from: Date; to: Date } {
  return {
    from: new Date(now.getTime() - STILL_NEWS * 60_000),
    to: new Date(now.getTime() + DUE_SOON_MINUTES * 60_000),
  };
}

/** Tells of one ticket, if that is still to be done. */
async function tell(ctx: Ctx, id: string): Promise<void> {
  const row = await Ticket.query(ctx.trx).findById(id).whereNull('deletedAt').forUpdate();
  const [full] = await completeTickets(ctx.trx, row === undefined ? [] : [row]);
  // It went, or was given more time, since it was found.
  if (full === undefined) return;
  const { dueAt, dueToldAt } = full.ticket;
  if (dueAt === null || dueAt > around(ctx.now).to) return;
  if (dueAt.getTime() === dueToldAt?.getTime()) return;
  await Ticket.query(ctx.trx).findById(id).patch({ dueToldAt: dueAt });
  await notifyStaff(ctx, full, 'SLA_AT_RISK');
}

/**
 * Tells whoever holds a ticket, or could take it, that the time to keep its promise is running out:
 * once for each promised moment.
 */
export async function tellOfPromises(desk: Desk): Promise<void> {
  const ids = await desk.run(SYSTEM, async (ctx) => {
    const { from, to } = around(ctx.now);
    const rows = await Ticket.query(ctx.trx)
      .select('id')
      .whereNull('deletedAt')
      .whereNotNull('dueAt')
      .whereBetween('dueAt', [from, to])
      .whereRaw('due_at is distinct from due_told_at')
      .orderBy('dueAt')
      .limit(MOST);
    return rows.map(({ id }) => id);
  });
  for (const id of ids) await desk.run(SYSTEM, (ctx) => tell(ctx, id));
}
