import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table console_settings (
      user_id uuid primary key references users on delete cascade,
      settings jsonb not null,
      updated_at timestamptz(3) not null
    );
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop table console_settings');
}
