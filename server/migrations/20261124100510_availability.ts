import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table users add column availability text not null default 'AVAILABLE'
      check (availability in ('AVAILABLE', 'BUSY', 'AWAY'));
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('alter table users drop column availability');
}
