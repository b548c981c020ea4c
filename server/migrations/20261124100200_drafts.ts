import type { Knex } from 'knex';

/** What people have begun to write, shared between their devices. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table drafts (
      user_id uuid not null references users,
      ticket_id uuid not null references tickets on delete cascade,
      mode text not null check (mode in ('reply', 'note')),
      reply text not null,
      note text not null,
      mentions jsonb not null default '[]',
      reply_to_id uuid references messages on delete set null,
      quote text,
      seen integer,
      written_at timestamptz(3) not null,
      primary key (user_id, ticket_id)
    );
    create index drafts_newest on drafts (user_id, written_at desc);
    create index drafts_age on drafts (written_at);
    create index drafts_ticket on drafts (ticket_id);
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop table drafts');
}
