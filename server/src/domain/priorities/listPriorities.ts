import type { Priority as PriorityResource } from '@tikethet/shared/contracts';
import { isStaff } from '@tikethet/shared/permissions';
import { TICKET_PRIORITIES } from '@tikethet/shared/tickets';
import { requirePerson, type Ctx } from '../context';
import { presentPriority, Priority } from './priority';

/** The priorities from low to critical. */
export async function listPriorities(ctx: Ctx): Promise<PriorityResource[]> {
  const forStaff = isStaff(requirePerson(ctx).role);
  const rows = await Priority.query(ctx.trx);
  return rows
    .toSorted(
      (a, b) => TICKET_PRIORITIES.indexOf(a.priority) - TICKET_PRIORITIES.indexOf(b.priority),
    )
    .map((row) => presentPriority(row, forStaff));
}
