import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  // What of a ticket nobody has read yet is settled when somebody answers or takes it.
  await db.raw(`
    create index notifications_ticket_unread on notifications (ticket_id) where read_at is null;
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop index notifications_ticket_unread');
}
