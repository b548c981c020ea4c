import { SYSTEM, type Ctx } from '../context';
import type { Desk } from '../desk';
import { notify } from '../notifications/notify';
import { User } from '../people/user';
import { changeTicket } from './changeTicket';
import { Ticket, type TicketInFull } from './ticket';

/** Tickets woken per run; the timer comes again. */
const BATCH = 500;

async function due(ctx: Ctx): Promise<string[]> {
  const rows = await ctx
    .trx<{ id: string; snoozed_until: Date; deleted_at: Date | null }>('tickets')
    .select('id')
    .where('snoozed_until', '<=', ctx.now)
    .whereNull('deleted_at')
    .orderBy('snoozed_until')
    .limit(BATCH);
  return rows.map((row) => row.id);
}

/** Who holds the ticket is told; of one that nobody holds, who has put it to sleep. */
async function tell(ctx: Ctx, full: TicketInFull, snoozedBy: string | null): Promise<void> {
  const sleeper = snoozedBy === null ? undefined : await User.query(ctx.trx).findById(snoozedBy);
  const user = full.assignee ?? sleeper;
  if (user) await notify(ctx, user, { kind: 'WOKEN', ticketId: full.ticket.id });
}

/** Brings tickets back into queues whose time has come. @returns how many */
export async function wakeTickets(desk: Desk): Promise<number> {
  const ids = await desk.run(SYSTEM, due);
  for (const id of ids) {
    await desk.run(SYSTEM, async (ctx) => {
      // Looked at again under the ticket's lock: somebody may have put it off.
      const before = await Ticket.query(ctx.trx)
        .findById(id)
        .where('snoozedUntil', '<=', ctx.now)
        .whereNull('deletedAt')
        .forUpdate();
      if (before === undefined) return;
      const { full } = await changeTicket(ctx, { id, changes: { snoozedUntil: null } });
      await tell(ctx, full, before.fieldVersions.snoozedUntil?.by ?? null);
    });
  }
  return ids.length;
}
