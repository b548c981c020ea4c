import type { Knex } from 'knex';

/** Reasons become codes, what Telegram said stays beside them; words of older versions in codes. */
const CODES = `case
  when reason is null then null
  when reason = 'blocked' or reason ilike '%blocked by the user%' then 'blocked_by_user'
  when reason ilike '%chat not found%' then 'chat_not_found'
  when reason ilike '%deactivated%' then 'user_deactivated'
  when reason ilike '%too long%' then 'too_long'
  when reason ilike '%too large%' or reason ilike '%too big%' then 'too_large'
  when reason in ('no answer', 'timed out') then 'no_answer'
  else 'other' end`;

export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table deliveries
      add column bot_id bigint,
      add column detail text,
      add column resends integer not null default 0,
      drop constraint deliveries_lane_check,
      add constraint deliveries_lane_check check (lane between -1 and 2);
    update deliveries set detail = reason, reason = ${CODES} where reason is not null;

    alter table telegram_bots
      add column paused_until timestamptz(3),
      add column pause_reason text check (pause_reason in ('rate_limited', 'token_revoked'));
    alter table telegram_chats add column paused_until timestamptz(3);
    create index telegram_chats_paused on telegram_chats (bot_id, paused_until)
      where paused_until is not null;

    create table telegram_incidents (
      id uuid primary key,
      bot_id bigint not null,
      kind text not null check (kind in ('webhook', 'conflict', 'token')),
      detail text not null,
      opened_at timestamptz(3) not null,
      told_at timestamptz(3),
      closed_at timestamptz(3)
    );
    create index telegram_incidents_newest on telegram_incidents (bot_id, kind, opened_at desc);

    create table usage_counters (
      user_id uuid not null references users,
      kind text not null,
      window_start timestamptz(3) not null,
      amount bigint not null,
      primary key (user_id, kind, window_start)
    );
    create index usage_counters_age on usage_counters (window_start);

    alter table attachments add column fetch_after timestamptz(3);
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    alter table attachments drop column fetch_after;
    drop table usage_counters, telegram_incidents;
    drop index telegram_chats_paused;
    alter table telegram_chats drop column paused_until;
    alter table telegram_bots drop column paused_until, drop column pause_reason;
    update deliveries set lane = 0 where lane < 0;
    alter table deliveries
      drop constraint deliveries_lane_check,
      add constraint deliveries_lane_check check (lane between 0 and 2);
    update deliveries set reason = detail where detail is not null;
    alter table deliveries drop column bot_id, drop column detail, drop column resends;
  `);
}
