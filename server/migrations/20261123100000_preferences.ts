import type { Knex } from 'knex';

/** Empty: the person has chosen nothing, and the desk's defaults apply. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`alter table users add column preferences jsonb not null default '{}'`);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`alter table users drop column preferences`);
}
