import { newId } from '../../db/ids';
import { recordAudit } from '../audit/recordAudit';
import { emit, type Ctx } from '../context';
import { audienceOf } from '../tickets/policy';
import type { Ticket, TicketInFull } from '../tickets/ticket';
import { presentChange, type ChangedField } from '../timeline/ticketChange';

interface MergedTicket {
  id: string;
  number: number;
  title: string;
}

function named({ id, number, title }: Ticket): MergedTicket {
  return { id, number, title };
}

/**
 * Writes a merge, or that it was taken back, into both timelines and the audit log. Customers are
 * not told of it here: they see the ticket that is left.
 */
export async function recordMerge(
  ctx: Ctx,
  source: TicketInFull,
  target: TicketInFull,
  done: 'merged' | 'unmerged',
): Promise<void> {
  await addEntry(ctx, target, 'merged', named(source.ticket), done);
  await addEntry(ctx, source, 'mergedInto', named(target.ticket), done);
  await recordAudit(ctx, {
    action: `ticket.${done}`,
    targetType: 'ticket',
    targetId: source.ticket.id,
    [done === 'merged' ? 'after' : 'before']: { mergedInto: named(target.ticket) },
  });
}

async function addEntry(
  ctx: Ctx,
  full: TicketInFull,
  field: Extract<ChangedField, 'merged' | 'mergedInto'>,
  other: MergedTicket,
  done: 'merged' | 'unmerged',
): Promise<void> {
  const { ticket } = full;
  const row = {
    id: newId(),
    ticketId: ticket.id,
    actorId: ctx.actor.person?.id ?? null,
    field,
    oldValue: done === 'merged' ? null : other,
    newValue: done === 'merged' ? other : null,
    comment: null,
    position: ticket.lastPosition,
    at: ctx.now,
  };
  await ctx.trx('ticket_changes').insert({
    id: row.id,
    ticket_id: row.ticketId,
    actor_id: row.actorId,
    field,
    old_value: row.oldValue === null ? null : JSON.stringify(row.oldValue),
    new_value: row.newValue === null ? null : JSON.stringify(row.newValue),
    position: row.position,
    at: row.at,
  });
  const { person } = ctx.actor;
  const names = new Map(person === null ? [] : [[person.id, person.displayName]]);
  await emit(ctx, {
    type: 'timeline.added',
    ticketId: ticket.id,
    audience: audienceOf(full, { internal: true }),
    data: { ticketId: ticket.id, changes: [presentChange(row, ticket.customerId, names)] },
    customerData: null,
  });
}
