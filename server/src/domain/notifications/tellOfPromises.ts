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

/** From when on a promise is near: an hour before, of shorter ones for their last third. */
function isNear(dueAt: Date, startedAt: Date, now: Date): boolean {
  const third = (dueAt.getTime() - startedAt.getTime()) / 3;
  return dueAt.getTime() - now.getTime() <= Math.min(DUE_SOON_MINUTES * 60_000, third);
}

/** Tells of one ticket, if that is still to be done. */
async function tell(ctx: Ctx, id: string): Promise<void> {
  const row = await Ticket.query(ctx.trx).findById(id).whereNull('deletedAt').forUpdate();
  const [full] = await completeTickets(ctx.trx, row === undefined ? [] : [row]);
  // It went, or was given more time, since it was found.
  if (full === undefined) return;
  const { dueAt, dueToldAt, clockStartedAt } = full.ticket;
  if (dueAt === null || !isNear(dueAt, clockStartedAt, ctx.now)) return;
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
    const soon = new Date(ctx.now.getTime() + DUE_SOON_MINUTES * 60_000);
    const old = new Date(ctx.now.getTime() - STILL_NEWS * 60_000);
    const rows = await Ticket.query(ctx.trx)
      .select('id')
      .whereNull('deletedAt')
      .whereNotNull('dueAt')
      .whereBetween('dueAt', [old, soon])
      .whereRaw('due_at - ? <= (due_at - clock_started_at) / 3', [ctx.now])
      .whereRaw('due_at is distinct from due_told_at')
      .orderBy('dueAt')
      .limit(MOST);
    return rows.map(({ id }) => id);
  });
  for (const id of ids) await desk.run(SYSTEM, (ctx) => tell(ctx, id));
}
