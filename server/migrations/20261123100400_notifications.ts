import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table notifications (
      id uuid primary key,
      user_id uuid not null references users,
      kind text not null,
      ticket_id uuid references tickets,
      message_id uuid references messages,
      data jsonb not null default '{}',
      created_at timestamptz(3) not null,
      read_at timestamptz(3)
    );
    create index notifications_person on notifications (user_id, created_at desc, id desc);
    create index notifications_unread on notifications (user_id, ticket_id) where read_at is null;
    create index notifications_age on notifications (created_at);
    create index notifications_ticket on notifications (ticket_id);

    alter table users
      add column avatar_key text,
      add column avatar_unique_id text,
      add column avatar_due_at timestamptz(3),
      add column erased_at timestamptz(3);
    create index users_avatar_due on users (avatar_due_at) where avatar_due_at is not null;

    create index users_erased on users (erased_at) where erased_at is not null;
    create index telegram_updates_chat on telegram_updates (chat_id);
    create index deliveries_person on deliveries (user_id);

    create table erased_accounts (
      account_hash text primary key,
      erased_at timestamptz(3) not null
    );
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop table notifications, erased_accounts;
    drop index telegram_updates_chat, deliveries_person;
    alter table users
      drop column avatar_key,
      drop column avatar_unique_id,
      drop column avatar_due_at,
      drop column erased_at;
  `);
}
