import type { Knex } from 'knex';

/**
 * Reactions, quotes of a part, formatted revisions; what a moved message leaves as it was; what the
 * bot has said in a chat lately.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table message_reactions (
      message_id uuid not null references messages,
      person_id uuid not null references users,
      emoji text not null check (length(emoji) between 1 and 16),
      side text not null check (side in ('CUSTOMER', 'STAFF')),
      created_at timestamptz(3) not null,
      primary key (message_id, person_id, emoji)
    );
    alter table messages
      add column quote text check (length(quote) <= 1024),
      add column status_before text;
    alter table message_revisions
      add column format text not null default 'plain' check (format in ('plain', 'markdown'));
    alter table attachments add column telegram_unique_id text;
    alter table telegram_messages add column caption jsonb;
    alter table telegram_chats add column told jsonb not null default '{}';
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    alter table telegram_chats drop column told;
    alter table telegram_messages drop column caption;
    alter table attachments drop column telegram_unique_id;
    alter table message_revisions drop column format;
    alter table messages drop column quote, drop column status_before;
    drop table message_reactions;
  `);
}
