import type { Knex } from 'knex';

/** What staff keep about a customer: notes and tags that the customer never sees. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table customer_notes (
      id uuid primary key,
      customer_id uuid not null references users,
      author_id uuid not null references users,
      content text not null check (length(content) between 1 and 4000),
      created_at timestamptz(3) not null,
      edited_at timestamptz(3)
    );
    create index customer_notes_customer on customer_notes (customer_id, created_at desc, id desc);

    create table customer_tags (
      customer_id uuid not null references users,
      tag text not null check (length(tag) between 1 and 40),
      primary key (customer_id, tag)
    );
    create index customer_tags_tag on customer_tags (tag, customer_id);
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop table customer_tags, customer_notes');
}
