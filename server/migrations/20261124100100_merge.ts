import type { Knex } from 'knex';

/**
 * Merged tickets: the source points to its target, its messages live there and know where they came
 * from. `ticket_merges` keeps what taking one back needs.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table tickets
      add column merged_into_id uuid references tickets,
      add column merged_into_number bigint,
      add constraint tickets_merged check
        ((merged_into_id is null) = (merged_into_number is null) and merged_into_id <> id);
    create index tickets_merged_into on tickets (merged_into_id) where merged_into_id is not null;

    alter table messages
      add column origin_id uuid references tickets,
      add column origin_number bigint,
      add constraint messages_origin check ((origin_id is null) = (origin_number is null));

    create table ticket_merges (
      id uuid primary key,
      source_id uuid not null references tickets,
      target_id uuid not null references tickets,
      actor_id uuid references users,
      source_before jsonb not null,
      target_status text not null,
      merged_at timestamptz(3) not null,
      undone_at timestamptz(3)
    );
    create unique index ticket_merges_source on ticket_merges (source_id) where undone_at is null;
    create index ticket_merges_target on ticket_merges (target_id) where undone_at is null;

    create table merged_messages (
      merge_id uuid not null references ticket_merges on delete cascade,
      message_id uuid not null references messages on delete cascade,
      position integer not null,
      origin_id uuid references tickets,
      origin_number bigint,
      primary key (merge_id, message_id)
    );
    create index merged_messages_message on merged_messages (message_id);

    alter table ticket_changes drop constraint ticket_changes_field_check;
    alter table ticket_changes add constraint ticket_changes_field_check check (field in ('status',
      'assigneeId', 'priority', 'categoryId', 'tags', 'title', 'rating', 'merged', 'mergedInto'));
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    delete from ticket_changes where field in ('merged', 'mergedInto');
    alter table ticket_changes drop constraint ticket_changes_field_check;
    alter table ticket_changes add constraint ticket_changes_field_check check (field in ('status',
      'assigneeId', 'priority', 'categoryId', 'tags', 'title', 'rating'));
    drop table merged_messages, ticket_merges;
    alter table messages drop column origin_number, drop column origin_id;
    alter table tickets drop column merged_into_number, drop column merged_into_id;
  `);
}
