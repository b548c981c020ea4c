import type { Knex } from 'knex';

/** Categories stand in an array: one that is deleted must not widen a macro to all of them. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table macros (
      id uuid primary key,
      owner_id uuid references users on delete cascade,
      name text not null check (length(name) between 1 and 80),
      text_ru text check (length(text_ru) <= 8000),
      text_en text check (length(text_en) <= 8000),
      category_ids uuid[] not null default '{}',
      actions jsonb not null default '{}',
      version integer not null default 1,
      created_at timestamptz(3) not null,
      updated_at timestamptz(3) not null
    );
    create index macros_owner on macros (owner_id);
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop table macros');
}
