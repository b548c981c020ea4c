import type { Knex } from 'knex';

/** Who comes back asks whether their rights changed meanwhile; there are few such facts. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create index event_log_rights on event_log (position)
      where type = 'account.rights_changed';
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop index event_log_rights');
}
