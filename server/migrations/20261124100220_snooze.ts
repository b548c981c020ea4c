import type { Knex } from 'knex';

/** Tickets that are hidden from queues until a moment. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table tickets add column snoozed_until timestamptz(3);
    create index tickets_snoozed on tickets (snoozed_until) where snoozed_until is not null;
    alter table ticket_changes drop constraint ticket_changes_field_check;
    alter table ticket_changes add constraint ticket_changes_field_check check (field in
      ('status', 'assigneeId', 'priority', 'categoryId', 'tags', 'title', 'rating',
        'snoozedUntil', 'merged', 'mergedInto'));
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    delete from ticket_changes where field = 'snoozedUntil';
    alter table ticket_changes drop constraint ticket_changes_field_check;
    alter table ticket_changes add constraint ticket_changes_field_check check (field in
      ('status', 'assigneeId', 'priority', 'categoryId', 'tags', 'title', 'rating',
        'merged', 'mergedInto'));
    drop index tickets_snoozed;
    alter table tickets drop column snoozed_until;
  `);
}
