import type { Knex } from 'knex';

/**
 * Read marks, the timeline of changes, and how long answers really take. What was written before
 * marks existed counts as read by its customer and by everybody who takes part.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table tickets
      add column public_position integer not null default 0,
      add column customer_read_position integer not null default 0,
      add column staff_read_position integer not null default 0,
      add column customer_unread integer not null default 0 check (customer_unread >= 0);

    update tickets set
      public_position = newest.position,
      customer_read_position = newest.position,
      staff_read_position = newest.position
    from (select ticket_id, max(position) as position from messages where not internal
      group by ticket_id) newest
    where newest.ticket_id = tickets.id;

    create table ticket_reads (
      user_id uuid not null references users,
      ticket_id uuid not null references tickets on delete cascade,
      position integer not null,
      read_at timestamptz(3) not null,
      primary key (user_id, ticket_id)
    );
    insert into ticket_reads (user_id, ticket_id, position, read_at)
      select participant.user_id, tickets.id, tickets.last_position, now()
      from ticket_participants participant join tickets on tickets.id = participant.ticket_id;

    create table ticket_changes (
      id uuid primary key,
      seq bigint generated always as identity unique,
      ticket_id uuid not null references tickets on delete cascade,
      actor_id uuid references users,
      field text not null check (field in ('status', 'assigneeId', 'priority', 'categoryId',
        'tags', 'title', 'rating')),
      old_value jsonb,
      new_value jsonb,
      comment text,
      position integer not null,
      at timestamptz(3) not null
    );
    create index ticket_changes_ticket on ticket_changes (ticket_id, seq);

    create table answer_times (
      category_id uuid primary key references categories on delete cascade,
      median_minutes integer not null,
      p90_minutes integer not null,
      samples integer not null,
      computed_at timestamptz(3) not null
    );
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop table answer_times, ticket_changes, ticket_reads;
    alter table tickets
      drop column public_position,
      drop column customer_read_position,
      drop column staff_read_position,
      drop column customer_unread;
  `);
}
