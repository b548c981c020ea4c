import type { Knex } from 'knex';

/**
 * The desk's tags, and what has become of names that are tags no more: a new name, another tag, or
 * nothing. `pending`: some tickets still carry the old name. What tickets carried before this
 * becomes the first catalogue, as spelt most often.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table tags (
      id uuid primary key,
      name text not null check (length(name) between 1 and 40),
      color text check (color ~ '^#[0-9a-fA-F]{6}$')
    );
    create unique index tags_name on tags (lower(name));
    insert into tags (id, name)
      select gen_random_uuid(), name from (
        select distinct on (lower(name)) name
        from (select unnest(tags) as name from tickets) used
        group by name order by lower(name), count(*) desc) kept;

    create table tag_aliases (
      name text primary key,
      tag_id uuid references tags on delete cascade,
      pending boolean not null
    );
    create unique index tag_aliases_name on tag_aliases (lower(name));
    create index tag_aliases_tag on tag_aliases (tag_id);
    create index tag_aliases_pending on tag_aliases (name) where pending;
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop table tag_aliases, tags');
}
