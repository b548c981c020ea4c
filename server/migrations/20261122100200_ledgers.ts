import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table desk_state (
      only_row boolean primary key default true check (only_row),
      demo boolean not null,
      epoch uuid not null,
      position bigint not null default 0,
      created_at timestamptz(3) not null
    );

    create table event_log (
      seq bigint primary key generated always as identity,
      position bigint unique,
      id uuid not null unique,
      type text not null,
      ticket_id uuid,
      actor_id uuid,
      at timestamptz(3) not null,
      audience text[] not null,
      customer_audience text[] not null,
      hidden_audience text[] not null,
      data jsonb not null,
      customer_data jsonb
    );
    create index event_log_waiting on event_log (seq) where position is null;
    create index event_log_age on event_log (at);

    create table idempotency_keys (
      user_id uuid not null references users,
      key text not null,
      request_hash text not null,
      status integer not null,
      body jsonb,
      created_at timestamptz(3) not null,
      primary key (user_id, key)
    );
    create index idempotency_keys_age on idempotency_keys (created_at);

    create table audit_log (
      id uuid primary key,
      actor_id uuid references users,
      action text not null,
      target_type text not null,
      target_id uuid,
      before jsonb,
      after jsonb,
      at timestamptz(3) not null
    );
    create index audit_log_at on audit_log (at desc, id desc);
    create index audit_log_target on audit_log (target_id, at desc);

    create table worker_heartbeats (
      worker_id text primary key,
      seen_at timestamptz(3) not null
    );
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`drop table worker_heartbeats, audit_log, idempotency_keys, event_log, desk_state`);
}
