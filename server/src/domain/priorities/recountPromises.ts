import { dueAt } from '@tikethet/shared/tickets';
import { SYSTEM, type Ctx } from '../context';
import type { Desk } from '../desk';
import { emitTicket } from '../tickets/applyChange';
import { completeTickets } from '../tickets/loadTickets';
import { Ticket } from '../tickets/ticket';
import { Priority } from './priority';

/** Tickets reckoned in one transaction. */
const BATCH = 200;

/** @param after the ticket up to which all are done @returns where to go on; null: nowhere */
async function recountSome(
  ctx: Ctx,
  priority: Priority,
  after: string | null,
): Promise<string | null> {
  const query = Ticket.query(ctx.trx)
    .where('priority', priority.priority)
    .whereIn('status', ['OPEN', 'IN_PROGRESS'])
    .whereNull('deletedAt');
  if (after !== null) query.where('id', '>', after);
  const tickets = await query.orderBy('id').limit(BATCH).forUpdate();
  for (const full of await completeTickets(ctx.trx, tickets)) {
    const { clockStartedAt: startedAt, ...old } = full.ticket;
    const due = dueAt({ ...old, startedAt }, priority);
    if (due?.getTime() === old.dueAt?.getTime()) continue;
    const ticket = await full.ticket.patched(ctx.trx, { dueAt: due });
    await emitTicket(ctx, 'ticket.updated', { ...full, ticket }, { internal: true });
  }
  return tickets.length < BATCH ? null : (tickets.at(-1)?.id ?? null);
}

async function changedPriorities(ctx: Ctx): Promise<Priority[]> {
  return Priority.query(ctx.trx).where({ recount: true }).orderBy('priority');
}

/** Of one whose targets changed once more meanwhile nothing is noted: the next run reckons again. */
async function noteDone(ctx: Ctx, { priority, ...targets }: Priority): Promise<void> {
  const { firstResponseMinutes, resolutionMinutes } = targets;
  await Priority.query(ctx.trx)
    .patch({ recount: false })
    .where({ priority, firstResponseMinutes, resolutionMinutes });
}

/**
 * Reckons what open tickets are promised after the targets of their priority changed, a batch a
 * transaction. Tickets that change meanwhile reckon with the new targets by themselves.
 */
export async function recountPromises(desk: Desk): Promise<void> {
  for (const priority of await desk.run(SYSTEM, changedPriorities)) {
    let after: string | null = null;
    do {
      const from: string | null = after;
      after = await desk.run(SYSTEM, (ctx) => recountSome(ctx, priority, from));
    } while (after !== null);
    await desk.run(SYSTEM, (ctx) => noteDone(ctx, priority));
  }
}
