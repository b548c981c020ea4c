import type { Knex } from 'knex';

/** Tickets that a member of staff keeps at hand. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table ticket_pins (
      person_id uuid not null references users,
      ticket_id uuid not null references tickets,
      pinned_at timestamptz(3) not null,
      primary key (person_id, ticket_id)
    );
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop table ticket_pins');
}
