import type { Knex } from 'knex';

/** Files that arrive in parts, so that a cut connection costs one part, not the file. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table uploads (
      user_id uuid not null references users on delete cascade,
      key text not null,
      file_name text not null,
      size bigint not null,
      attachment_id uuid references attachments on delete cascade,
      created_at timestamptz(3) not null,
      primary key (user_id, key)
    );
    create index uploads_age on uploads (created_at);

    create table upload_parts (
      user_id uuid not null,
      key text not null,
      position bigint not null,
      size integer not null,
      storage_key text not null,
      ready boolean not null default false,
      primary key (user_id, key, position),
      foreign key (user_id, key) references uploads on delete cascade
    );
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`drop table upload_parts, uploads`);
}
