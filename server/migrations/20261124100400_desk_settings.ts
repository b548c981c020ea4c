import type { Knex } from 'knex';

/**
 * What an admin sets for the whole desk: how priorities are called and coloured and what they
 * promise, and the row of general settings.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table priorities (
      priority text primary key check (priority in ('LOW', 'NORMAL', 'HIGH', 'CRITICAL')),
      name text not null check (length(name) between 1 and 40),
      name_en text not null check (length(name_en) between 1 and 40),
      color text check (color ~ '^#[0-9a-fA-F]{6}$'),
      first_response_minutes integer check (first_response_minutes between 1 and 525600),
      resolution_minutes integer check (resolution_minutes between 1 and 525600),
      recount boolean not null default false
    );
    insert into priorities (priority, name, name_en, first_response_minutes, resolution_minutes)
    values
      ('LOW', 'Низкий', 'Low', 480, 4320),
      ('NORMAL', 'Обычный', 'Normal', 240, 1440),
      ('HIGH', 'Высокий', 'High', 60, 480),
      ('CRITICAL', 'Критический', 'Critical', 15, 240);

    create table desk_settings (
      only_row boolean primary key default true check (only_row),
      name text not null default 'TiketHet' check (length(name) between 1 and 64),
      greeting text check (length(greeting) between 1 and 1000),
      greeting_en text check (length(greeting_en) between 1 and 1000),
      reopen_days integer not null default 7 check (reopen_days between 0 and 365),
      auto_close_hours integer default 72 check (auto_close_hours between 1 and 8760),
      edit_minutes integer not null default 5 check (edit_minutes between 0 and 1440),
      offline_lock_days integer not null default 7 check (offline_lock_days between 1 and 90)
    );
    insert into desk_settings default values;
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop table desk_settings, priorities');
}
