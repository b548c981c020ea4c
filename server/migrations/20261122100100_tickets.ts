import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create sequence ticket_number_seq start 1001;

    create table tickets (
      id uuid primary key,
      number bigint not null unique default nextval('ticket_number_seq'),
      title text not null check (length(title) between 1 and 200),
      description text not null check (length(description) <= 16000),
      status text not null
        check (status in ('OPEN', 'IN_PROGRESS', 'WAITING_RESPONSE', 'RESOLVED', 'CLOSED')),
      priority text not null check (priority in ('LOW', 'NORMAL', 'HIGH', 'CRITICAL')),
      priority_rank smallint generated always as (
        case priority when 'CRITICAL' then 3 when 'HIGH' then 2 when 'NORMAL' then 1 else 0 end
      ) stored,
      category_id uuid not null references categories,
      customer_id uuid not null references users,
      assignee_id uuid references users,
      channel text not null check (channel in ('BOT', 'MINI_APP', 'CONSOLE', 'API')),
      tags text[] not null default '{}',
      linked_ticket_id uuid references tickets,
      version integer not null default 1,
      field_versions jsonb not null default '{}',
      message_count integer not null default 0,
      last_position integer not null default 0,
      last_message jsonb,
      rating smallint check (rating between 1 and 5),
      rating_comment text,
      rated_at timestamptz(3),
      created_at timestamptz(3) not null,
      updated_at timestamptz(3) not null,
      first_response_at timestamptz(3),
      resolved_at timestamptz(3),
      closed_at timestamptz(3),
      deleted_at timestamptz(3),
      search tsvector generated always as (
        setweight(to_tsvector('russian', title), 'A')
        || setweight(to_tsvector('russian', left(description, 4000)), 'B')) stored
    );
    create index tickets_updated on tickets (updated_at desc, id desc) where deleted_at is null;
    create index tickets_created on tickets (created_at desc, id desc) where deleted_at is null;
    create index tickets_priority on tickets (priority_rank desc, updated_at desc, id desc)
      where deleted_at is null;
    create index tickets_status on tickets (status, updated_at desc, id desc)
      where deleted_at is null;
    create index tickets_assignee on tickets (assignee_id, updated_at desc, id desc)
      where deleted_at is null;
    create index tickets_pool on tickets (category_id, updated_at desc, id desc)
      where deleted_at is null and assignee_id is null;
    create index tickets_category on tickets (category_id, updated_at desc, id desc)
      where deleted_at is null;
    create index tickets_customer on tickets (customer_id, updated_at desc, id desc)
      where deleted_at is null;
    create index tickets_resolved on tickets (resolved_at) where status = 'RESOLVED';
    create index tickets_search on tickets using gin (search);
    create index tickets_title_trgm on tickets using gin (lower(title) gin_trgm_ops);
    create index tickets_number_trgm on tickets using gin ((number::text) gin_trgm_ops);

    create table ticket_participants (
      ticket_id uuid not null references tickets,
      user_id uuid not null references users,
      primary key (ticket_id, user_id)
    );
    create index ticket_participants_user on ticket_participants (user_id, ticket_id);

    create table messages (
      id uuid primary key,
      ticket_id uuid not null references tickets,
      position integer not null,
      author_id uuid references users,
      side text not null check (side in ('CUSTOMER', 'STAFF', 'SYSTEM')),
      kind text not null check (kind in ('TEXT', 'PHOTO', 'DOCUMENT', 'VOICE', 'AUDIO', 'VIDEO',
        'VIDEO_NOTE', 'ANIMATION', 'STICKER', 'LOCATION', 'CONTACT', 'OTHER')),
      content text not null check (length(content) <= 16000),
      format text not null default 'plain' check (format in ('plain', 'markdown')),
      internal boolean not null default false,
      extra jsonb,
      media_group_id text,
      from_telegram boolean not null default false,
      reply_to_id uuid references messages,
      created_at timestamptz(3) not null,
      edited_at timestamptz(3),
      deleted_at timestamptz(3),
      search tsvector generated always as (to_tsvector('russian', left(content, 4000))) stored,
      unique (ticket_id, position),
      check (not internal or side <> 'CUSTOMER')
    );
    create index messages_search on messages using gin (search);
    create index messages_album on messages (ticket_id, media_group_id)
      where media_group_id is not null;
    create index messages_author on messages (author_id, created_at);

    create table message_revisions (
      id uuid primary key,
      message_id uuid not null references messages,
      content text not null,
      editor_id uuid references users,
      created_at timestamptz(3) not null
    );
    create index message_revisions_message on message_revisions (message_id, created_at);

    create table attachments (
      id uuid primary key,
      uploader_id uuid references users,
      message_id uuid references messages,
      ordinal smallint not null default 0,
      file_name text not null,
      size bigint not null check (size >= 0),
      content_type text not null,
      kind text not null check (kind in ('IMAGE', 'AUDIO', 'VIDEO', 'FILE')),
      state text not null check (state in ('READY', 'FETCHING', 'FAILED', 'TOO_LARGE')),
      width integer,
      height integer,
      storage_key text,
      thumbnail_key text,
      sha256 text,
      telegram_file_id text,
      created_at timestamptz(3) not null
    );
    create index attachments_message on attachments (message_id, ordinal);
    create index attachments_unused on attachments (created_at) where message_id is null;
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop table attachments, message_revisions, messages, ticket_participants, tickets;
    drop sequence ticket_number_seq;
  `);
}
