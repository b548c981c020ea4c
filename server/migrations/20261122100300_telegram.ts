import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table telegram_bots (
      bot_id bigint primary key,
      username text not null,
      next_offset bigint not null default 0,
      next_send_at timestamptz(3) not null
    );

    create table telegram_chats (
      bot_id bigint not null,
      chat_id bigint not null,
      user_id uuid references users,
      current_ticket_id uuid references tickets,
      dialogue jsonb,
      next_send_at timestamptz(3) not null,
      explained_at timestamptz(3),
      primary key (bot_id, chat_id)
    );

    create table telegram_updates (
      bot_id bigint not null,
      update_id bigint not null,
      chat_id bigint not null,
      payload jsonb not null,
      received_at timestamptz(3) not null,
      processed_at timestamptz(3),
      parked_at timestamptz(3),
      attempts integer not null default 0,
      next_attempt_at timestamptz(3) not null,
      error text,
      primary key (bot_id, update_id)
    );
    create index telegram_updates_waiting on telegram_updates (bot_id, chat_id, update_id)
      where processed_at is null and parked_at is null;
    create index telegram_updates_age on telegram_updates (received_at);

    create table deliveries (
      id uuid primary key,
      seq bigint not null generated always as identity unique,
      chat_id bigint not null,
      user_id uuid references users,
      ticket_id uuid references tickets,
      message_id uuid references messages,
      kind text not null,
      lane smallint not null check (lane between 0 and 2),
      payload jsonb not null,
      state text not null
        check (state in ('QUEUED', 'SENDING', 'SENT', 'FAILED', 'UNKNOWN')),
      parts_sent integer not null default 0,
      attempts integer not null default 0,
      next_attempt_at timestamptz(3) not null,
      lease_until timestamptz(3),
      reason text,
      created_at timestamptz(3) not null,
      finished_at timestamptz(3)
    );
    create index deliveries_waiting on deliveries (chat_id, lane, seq)
      where state in ('QUEUED', 'SENDING');
    create index deliveries_message on deliveries (message_id, seq) where message_id is not null;

    create table telegram_messages (
      bot_id bigint not null,
      chat_id bigint not null,
      telegram_message_id bigint not null,
      ticket_id uuid not null references tickets,
      message_id uuid references messages,
      part integer not null default 0,
      has_caption boolean not null default false,
      sent_at timestamptz(3) not null,
      primary key (bot_id, chat_id, telegram_message_id)
    );
    create index telegram_messages_message on telegram_messages (message_id, part);
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(
    `drop table telegram_messages, deliveries, telegram_updates, telegram_chats, telegram_bots`,
  );
}
