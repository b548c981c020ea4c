import type { Knex } from 'knex';

/** What a desk has changed of the default permission matrix (`shared/src/permissions`). */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table permission_overrides (
      role text not null check (role in ('HELPER', 'MODERATOR', 'ADMIN', 'DEVELOPER')),
      permission text not null,
      allowed boolean not null,
      changed_by uuid references users,
      changed_at timestamptz(3) not null,
      primary key (role, permission)
    );
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`drop table permission_overrides`);
}
