import type { Knex } from 'knex';
import { migrations } from '../../migrations';

const names = Object.keys(migrations);

const migrationSource: Knex.MigrationSource<string> = {
  getMigrations: () => Promise.resolve(names),
  getMigrationName: (name) => name,
  getMigration: (name) => {
    const migration = migrations[name];
    if (migration === undefined) throw new Error(`Unknown migration ${name}`);
    return Promise.resolve(migration);
  },
};

/** Brings the schema up to date; several processes may call it at once (Knex locks). */
export async function migrateToLatest(db: Knex): Promise<void> {
  await db.migrate.latest({ migrationSource });
}

/** Undoes everything; for the test that every `down()` works. */
export async function rollbackAll(db: Knex): Promise<void> {
  await db.migrate.rollback({ migrationSource }, true);
}

/** Names of migrations that the database still lacks. */
export async function pendingMigrations(db: Knex): Promise<string[]> {
  const done = new Set(
    (await db<{ name: string }>('knex_migrations').select('name')).map((row) => row.name),
  );
  return names.filter((name) => !done.has(name));
}
