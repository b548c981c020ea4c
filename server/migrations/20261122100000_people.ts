import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create extension if not exists pg_trgm;

    create table users (
      id uuid primary key,
      telegram_id bigint unique,
      role text not null default 'USER'
        check (role in ('USER', 'HELPER', 'MODERATOR', 'ADMIN', 'DEVELOPER')),
      first_name text not null,
      last_name text,
      username text,
      display_name text,
      language text not null check (language in ('ru', 'en')),
      is_active boolean not null default true,
      bot_started_at timestamptz(3),
      bot_blocked_at timestamptz(3),
      created_at timestamptz(3) not null,
      last_seen_at timestamptz(3),
      search_name text generated always as (
        lower(coalesce(display_name, '') || ' ' || first_name || ' ' || coalesce(last_name, '')
          || ' ' || coalesce(username, ''))) stored
    );
    create index users_created on users (created_at desc, id desc);
    create index users_role on users (role, created_at desc, id desc);
    create index users_search_name on users using gin (search_name gin_trgm_ops);

    create table sessions (
      id uuid primary key,
      user_id uuid not null references users,
      kind text not null check (kind in ('MINI_APP', 'CONSOLE')),
      device_name text not null,
      ip text not null,
      salt text not null,
      generation integer not null default 0,
      created_at timestamptz(3) not null,
      last_used_at timestamptz(3) not null,
      revoked_at timestamptz(3)
    );
    create index sessions_user on sessions (user_id) where revoked_at is null;
    create index sessions_last_used on sessions (last_used_at);

    create table device_grants (
      id uuid primary key,
      device_code_hash text not null unique,
      user_code text not null unique,
      device_name text not null,
      ip text not null,
      status text not null check (status in ('PENDING', 'APPROVED', 'DENIED', 'USED')),
      user_id uuid references users,
      last_polled_at timestamptz(3),
      poll_interval integer not null,
      created_at timestamptz(3) not null,
      expires_at timestamptz(3) not null
    );
    create index device_grants_expiry on device_grants (expires_at);

    create table categories (
      id uuid primary key,
      slug text not null unique check (slug ~ '^[A-Za-z0-9_-]{1,50}$'),
      name text not null,
      name_en text,
      description text not null default '',
      description_en text,
      icon text not null,
      color text not null check (color ~ '^#[0-9a-fA-F]{6}$'),
      sort_order integer not null,
      is_active boolean not null default true,
      created_at timestamptz(3) not null
    );
    create unique index categories_name on categories (lower(name));

    create table user_categories (
      user_id uuid not null references users,
      category_id uuid not null references categories,
      primary key (user_id, category_id)
    );
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop table user_categories, categories, device_grants, sessions, users;
    drop extension pg_trgm;
  `);
}
