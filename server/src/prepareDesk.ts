import type { Knex } from 'knex';
import { installPreset } from './domain/categories/installPreset';
import { SYSTEM } from './domain/context';
import type { Desk } from './domain/desk';
import { openDesk } from './domain/deskState';
import { StartError } from './platform/startError';
import { fillDemoDesk, fillDemoFaq } from './sandbox/demo';
import type { FileStore } from './storage/fileStore';

/**
 * Marks a new database, fills it, and refuses to mix a demo with a real desk.
 * @returns whether demo data were filled in just now
 */
export async function prepareDesk(
  db: Knex,
  desk: Desk,
  storage: FileStore,
  demo: boolean,
  botId: number,
): Promise<boolean> {
  const state = await openDesk(db, demo, desk.clock());
  if (state.demo && !demo) {
    throw new StartError(
      'The database holds the demo desk, which a real bot must not serve: use another DATABASE_URL ' +
        'or DATA_DIR, or remove BOT_TOKEN to see the demo.',
    );
  }
  if (!state.demo && demo) {
    throw new StartError(
      'The database holds a real desk, which the demo must not touch: set BOT_TOKEN, or use ' +
        'another DATABASE_URL or DATA_DIR for the demo.',
    );
  }
  if (await isEmpty(db, 'categories')) {
    await desk.run(SYSTEM, (ctx) => installPreset(ctx, 'gameServer'));
  }
  if (!demo || !(await isEmpty(db, 'users'))) return false;
  await fillDemoDesk(db, { now: desk.clock(), storage, botId });
  await desk.run(SYSTEM, fillDemoFaq);
  return true;
}

async function isEmpty(db: Knex, table: 'categories' | 'users'): Promise<boolean> {
  return (await db<{ id: string }>(table).select('id').limit(1)).length === 0;
}
