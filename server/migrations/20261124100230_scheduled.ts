import type { Knex } from 'knex';

/** Replies that are sent later. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table scheduled_messages (
      id uuid primary key,
      ticket_id uuid not null references tickets on delete cascade,
      author_id uuid not null references users,
      content text not null,
      format text not null check (format in ('plain', 'markdown')),
      attachment_ids uuid[] not null default '{}',
      reply_to_id uuid references messages on delete set null,
      quote text,
      seen jsonb,
      resolve boolean not null default false,
      send_at timestamptz(3) not null,
      state text not null default 'WAITING' check (state in ('WAITING', 'HELD')),
      problem jsonb,
      created_at timestamptz(3) not null
    );
    create index scheduled_messages_due on scheduled_messages (send_at) where state = 'WAITING';
    create index scheduled_messages_ticket on scheduled_messages (ticket_id, send_at);
    create index scheduled_messages_files on scheduled_messages using gin (attachment_ids);
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop table scheduled_messages');
}
