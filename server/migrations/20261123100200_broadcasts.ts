import type { Knex } from 'knex';

/** Broadcasts, notices that stand in staff's chats, invitations, and what bot commands look up. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table broadcasts (
      id uuid primary key,
      author_id uuid not null references users,
      segment jsonb not null,
      content text not null check (length(content) <= 4096),
      format text not null check (format in ('plain', 'markdown')),
      entities jsonb,
      file jsonb,
      state text not null
        check (state in ('DRAFT', 'PREPARING', 'SENDING', 'STOPPED', 'DONE')),
      prepared_up_to uuid,
      recipients integer not null default 0,
      progress_bot_id bigint,
      progress_chat_id bigint,
      progress_message_id bigint,
      progress_delivery_id uuid,
      progress_at timestamptz(3),
      created_at timestamptz(3) not null,
      started_at timestamptz(3),
      finished_at timestamptz(3)
    );
    create index broadcasts_created on broadcasts (created_at desc, id desc);
    create index broadcasts_running on broadcasts (started_at)
      where state in ('PREPARING', 'SENDING');

    create table broadcast_recipients (
      broadcast_id uuid not null references broadcasts on delete cascade,
      user_id uuid not null references users on delete cascade,
      state text not null
        check (state in ('WAITING', 'QUEUED', 'SENT', 'FAILED', 'UNKNOWN')),
      reason text,
      primary key (broadcast_id, user_id)
    );
    create index broadcast_recipients_state on broadcast_recipients (broadcast_id, state, reason);

    create table staff_notices (
      ticket_id uuid not null references tickets,
      user_id uuid not null references users,
      kind text not null check (kind in ('NEW_TICKET', 'NEW_MESSAGE', 'TICKET_ASSIGNED')),
      message_id uuid references messages,
      count integer not null default 1,
      is_open boolean not null default true,
      bot_id bigint,
      telegram_message_id bigint,
      stale boolean not null default false,
      told_at timestamptz(3) not null,
      updated_at timestamptz(3) not null,
      primary key (ticket_id, user_id)
    );
    create index staff_notices_age on staff_notices (updated_at);

    create table invitations (
      id uuid primary key,
      code_hash text not null unique,
      role text not null check (role in ('HELPER', 'MODERATOR', 'ADMIN', 'DEVELOPER')),
      created_by uuid not null references users,
      created_at timestamptz(3) not null,
      expires_at timestamptz(3) not null,
      used_by uuid references users,
      used_at timestamptz(3),
      revoked_at timestamptz(3)
    );
    create index invitations_created on invitations (created_at desc, id desc);

    create index users_username on users (lower(username)) where username is not null;
    create index tickets_queue on tickets ((-priority_rank), updated_at, id)
      where deleted_at is null and status in ('OPEN', 'IN_PROGRESS');
    create index tickets_resolved_at on tickets (resolved_at)
      where deleted_at is null and resolved_at is not null;
    create index tickets_first_response on tickets (first_response_at)
      where deleted_at is null and first_response_at is not null;
    create index tickets_rated on tickets (rated_at)
      where deleted_at is null and rated_at is not null;
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop index tickets_rated, tickets_first_response, tickets_resolved_at, tickets_queue,
      users_username;
    drop table invitations, staff_notices, broadcast_recipients, broadcasts;
  `);
}
