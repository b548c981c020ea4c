import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';

export interface DeskState {
  /** The data are the demo's: a real bot token is refused. */
  demo: boolean;
  /** True when this call set the desk up: it is empty. */
  fresh: boolean;
}

/**
 * Reads what the database is for, setting it up on the first start. The mark is made before
 * anything else is written, so a half-filled demo is never taken for somebody's desk.
 */
export async function openDesk(db: Knex, demo: boolean, now: Date): Promise<DeskState> {
  const inserted = await db('desk_state')
    .insert({ demo, epoch: randomUUID(), created_at: now })
    .onConflict()
    .ignore()
    .returning('demo');
  if (inserted.length > 0) return { demo, fresh: true };
  const row = await db<{ demo: boolean }>('desk_state').first('demo');
  return { demo: row?.demo ?? false, fresh: false };
}
