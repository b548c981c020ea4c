import type { Knex } from 'knex';

/** Sign-out from afar that also erases what the device keeps, and the list of a person's devices. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table sessions
      add wipe_requested_at timestamptz(3),
      add wiped_at timestamptz(3);
    create index sessions_person on sessions (user_id, last_used_at desc, id desc);
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop index sessions_person;
    alter table sessions drop wipe_requested_at, drop wiped_at;
  `);
}
