import type { Knex } from 'knex';

/** Invitations for one Telegram account only, by its name. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table invitations
      add username text check (username = lower(username)),
      add offered_at timestamptz(3);
    create index invitations_username on invitations (username, expires_at)
      where username is not null and used_at is null and revoked_at is null;
    create index users_blocked on users (created_at desc, id desc) where not is_active;
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop index users_blocked, invitations_username;
    alter table invitations drop username, drop offered_at;
  `);
}
