import { WORKING_SET } from '../../bridge/workingSet';
import type { Database } from './database';
import type { Replica } from './replica';

/** Tickets dropped in one transaction. */
const BATCH = 500;
const ACTIVE = `('OPEN', 'IN_PROGRESS', 'WAITING_RESPONSE')`;

function dropAll(replica: Replica, rows: readonly { id: string }[]): number {
  replica.write(() => {
    for (const { id } of rows) replica.dropTicket(id, false);
  });
  return rows.length;
}

function ticketCount(database: Database): number {
  return database.get<{ number: number }>('select count(*) as number from tickets')?.number ?? 0;
}

/**
 * Lets go of what is not worked with any more: finished tickets that nobody touched for 30 days,
 * unless they are the person's own or pinned; then the oldest beyond the bound, active ones last.
 * What is pinned never leaves.
 * @param now the desk's time as far as it is known: a clock set forward must not empty the store
 * @returns how many tickets left
 */
export function evict(
  replica: Replica,
  meId: string,
  now: Date,
  bounds: { tickets: number; answers: number } = WORKING_SET,
): number {
  const { database } = replica;
  const since = new Date(now.getTime() - WORKING_SET.days * 86_400_000).toISOString();
  let dropped = 0;
  for (;;) {
    const rows = database.all<{ id: string }>(
      `select id from tickets
       where updated_at < ? and status not in ${ACTIVE} and assignee_id is not ? and pinned = 0
         and shown is null
       order by updated_at limit ${BATCH}`,
      since,
      meId,
    );
    dropped += dropAll(replica, rows);
    if (rows.length < BATCH) break;
  }
  for (let over = ticketCount(database) - bounds.tickets; over > 0; over -= BATCH) {
    const rows = database.all<{ id: string }>(
      `select id from tickets where shown is null and pinned = 0
       order by status in ${ACTIVE}, assignee_id is ?, updated_at limit ?`,
      meId,
      Math.min(over, BATCH),
    );
    dropped += dropAll(replica, rows);
    if (rows.length === 0) break;
  }
  database.run(
    `delete from answers where question in
       (select question from answers order by asked desc limit -1 offset ?)`,
    bounds.answers,
  );
  return dropped;
}
