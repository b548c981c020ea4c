import { SYSTEM, type Ctx } from '../context';
import type { Desk } from '../desk';
import { readSettings } from '../settings/deskSettings';
import { changeTicket } from './changeTicket';

/** Tickets closed per run; the timer comes again. */
const BATCH = 200;

async function due(ctx: Ctx): Promise<string[]> {
  const { autoCloseHours } = await readSettings(ctx);
  if (autoCloseHours === null) return [];
  const before = new Date(ctx.now.getTime() - autoCloseHours * 3_600_000);
  const rows = await ctx
    .trx<{ id: string; status: string; resolved_at: Date; deleted_at: Date | null }>('tickets')
    .select('id')
    .where('status', 'RESOLVED')
    .where('resolved_at', '<', before)
    .whereNull('deleted_at')
    .orderBy('resolved_at')
    .limit(BATCH);
  return rows.map((row) => row.id);
}

/** Closes tickets that have stayed resolved for as long as the desk has set. @returns how many */
export async function closeResolved(desk: Desk): Promise<number> {
  const ids = await desk.run(SYSTEM, due);
  for (const id of ids) {
    await desk.run(SYSTEM, async (ctx) => {
      // Looked at again under the ticket's lock: its customer may have just written.
      if ((await due(ctx)).includes(id)) {
        await changeTicket(ctx, { id, changes: { status: 'CLOSED' } });
      }
    });
  }
  return ids.length;
}
