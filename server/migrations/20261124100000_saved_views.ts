import type { Knex } from 'knex';

/**
 * Lists that people keep under a name, each person's order of them, tags that can be looked up, and
 * since when a customer has been waiting for an answer.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table saved_views (
      id uuid primary key,
      owner_id uuid not null references users on delete cascade,
      name text not null check (length(name) between 1 and 60),
      filters jsonb not null,
      shared boolean not null default false,
      created_at timestamptz(3) not null,
      updated_at timestamptz(3) not null
    );
    create index saved_views_owner on saved_views (owner_id);
    create index saved_views_shared on saved_views (created_at) where shared;

    create table saved_view_orders (
      user_id uuid primary key references users on delete cascade,
      view_ids uuid[] not null
    );

    alter table tickets add column waiting_since timestamptz(3);
    update tickets set waiting_since = waits.since
    from (
      select messages.ticket_id, min(messages.created_at) as since from messages
      where messages.side = 'CUSTOMER' and messages.deleted_at is null
        and messages.position > coalesce((select max(answer.position) from messages answer
          where answer.ticket_id = messages.ticket_id and answer.side = 'STAFF'
            and not answer.internal), 0)
      group by messages.ticket_id) waits
    where waits.ticket_id = tickets.id
      and tickets.status in ('OPEN', 'IN_PROGRESS', 'WAITING_RESPONSE');

    create index tickets_waiting on tickets ((coalesce(waiting_since, 'infinity')), id)
      where deleted_at is null;
    create index tickets_tags on tickets using gin (tags) where deleted_at is null;
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop index tickets_tags, tickets_waiting;
    alter table tickets drop column waiting_since;
    drop table saved_view_orders, saved_views;
  `);
}
