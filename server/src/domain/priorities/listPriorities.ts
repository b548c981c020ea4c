import type { Priority as PriorityResource } from '@tikethet/shared/contracts';
import { isStaff } from '@tikethet/shared/permissions';
import { TICKET_PRIORITIES, type TicketPriority } from '@tikethet/shared/tickets';
import { gathering } from '../../db/gather';
import { requirePerson, type Ctx } from '../context';
import { presentPriority, Priority } from './priority';

/** The priorities from low to critical, for the desk's own words. */
export async function allPriorities(ctx: Ctx): Promise<Priority[]> {
  const rows = await Priority.query(ctx.trx);
  return rows.toSorted(
    (a, b) => TICKET_PRIORITIES.indexOf(a.priority) - TICKET_PRIORITIES.indexOf(b.priority),
  );
}

const lookUp = gathering<TicketPriority, Priority | undefined>(async (trx, priorities) => {
  const rows = await Priority.query(trx).findByIds([...new Set(priorities)]);
  return priorities.map((priority) => rows.find((row) => row.priority === priority));
});

/** What the desk makes of one of them. */
export async function getPriority(ctx: Ctx, priority: TicketPriority): Promise<Priority> {
  const found = await lookUp(ctx.trx, priority);
  if (found === undefined) throw new Error(`the desk has no priority ${priority}`);
  return found;
}

/** The priorities as a person may know them. */
export async function listPriorities(ctx: Ctx): Promise<PriorityResource[]> {
  const forStaff = isStaff(requirePerson(ctx).role);
  return (await allPriorities(ctx)).map((row) => presentPriority(row, forStaff));
}
