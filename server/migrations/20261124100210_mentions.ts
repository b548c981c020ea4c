import type { Knex } from 'knex';

/** Colleagues whom a note addresses; who was ever mentioned in a ticket keeps sight of it. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table message_mentions (
      message_id uuid not null references messages on delete cascade,
      user_id uuid not null references users,
      primary key (message_id, user_id)
    );
    alter table ticket_participants add column mentioned_at timestamptz(3);
    create index ticket_participants_mentioned on ticket_participants (user_id, ticket_id)
      where mentioned_at is not null;
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop index ticket_participants_mentioned;
    alter table ticket_participants drop column mentioned_at;
    drop table message_mentions;
  `);
}
