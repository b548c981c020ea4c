import { isStaff } from '@tikethet/shared/permissions';
import type { Ctx } from '../context';
import { audienceOf } from '../tickets/policy';
import type { User } from './user';

/** Whoever works on an older ticket of theirs learns at the next look. */
const NEWEST = 20;

interface TicketRow {
  id: string;
  customer_id: string;
  assignee_id: string | null;
  category_id: string;
  participant_ids: string[] | null;
}

/** Feed keys of the staff who see a customer through a ticket, as `seeUser` lets them. */
export async function knownBy(ctx: Ctx, user: User): Promise<string[]> {
  if (isStaff(user.role)) return [];
  const { rows } = await ctx.trx.raw<{ rows: TicketRow[] }>(
    `select id, customer_id, assignee_id, category_id,
       (select array_agg(user_id) from ticket_participants where ticket_id = tickets.id)
         as participant_ids
     from tickets where customer_id = ? and deleted_at is null
     order by updated_at desc, id desc limit ${NEWEST}`,
    [user.id],
  );
  const keys = rows.flatMap((row) => {
    const ticket = {
      id: row.id,
      customerId: row.customer_id,
      assigneeId: row.assignee_id,
      categoryId: row.category_id,
    };
    return audienceOf({ ticket, participantIds: row.participant_ids ?? [] }).staff;
  });
  return [...new Set(keys)];
}
