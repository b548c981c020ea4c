import type { Knex } from 'knex';
import type { Person } from '../context';
import { ticketScope } from '../tickets/policy';

/** A condition on `tickets`: the person (its one binding) has pinned it. */
export const PINNED = `exists (select 1 from ticket_pins pin
  where pin.ticket_id = tickets.id and pin.person_id = ?)`;

/** Which of these tickets the person has pinned. */
export async function pinnedOf(
  trx: Knex,
  personId: string,
  ticketIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ticketIds.length === 0) return new Set();
  const rows = await trx<{ person_id: string; ticket_id: string }>('ticket_pins')
    .where({ person_id: personId })
    .whereIn('ticket_id', [...ticketIds])
    .select('ticket_id');
  return new Set(rows.map(({ ticket_id }) => ticket_id));
}

/** How many tickets that the person can see they have pinned. */
export async function countPinned(trx: Knex, person: Person): Promise<number> {
  const scope = ticketScope(person);
  const result = await trx.raw<{ rows: { pinned: number }[] }>(
    `select count(*) as pinned from ticket_pins pin join tickets on tickets.id = pin.ticket_id
     where pin.person_id = ? and ${scope.sql}`,
    [person.id, ...scope.bindings],
  );
  return result.rows[0]?.pinned ?? 0;
}
