import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  // What of a ticket nobody has read yet is settled when somebody answers or takes it. Of promises
  // that were broken before anybody was told of such things nobody is told now.
  await db.raw(`
    create index notifications_ticket_unread on notifications (ticket_id) where read_at is null;

    alter table tickets add column due_told_at timestamptz(3);
    update tickets set due_told_at = due_at where due_at < now();
    create index tickets_due_untold on tickets (due_at)
      where deleted_at is null and due_at is not null and due_at is distinct from due_told_at;

    alter table staff_notices drop constraint staff_notices_kind_check;
    alter table staff_notices add constraint staff_notices_kind_check
      check (kind in ('NEW_TICKET', 'NEW_MESSAGE', 'TICKET_ASSIGNED', 'SLA_AT_RISK'));
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    delete from staff_notices where kind = 'SLA_AT_RISK';
    alter table staff_notices drop constraint staff_notices_kind_check;
    alter table staff_notices add constraint staff_notices_kind_check
      check (kind in ('NEW_TICKET', 'NEW_MESSAGE', 'TICKET_ASSIGNED'));
    drop index tickets_due_untold, notifications_ticket_unread;
    alter table tickets drop column due_told_at;
  `);
}
