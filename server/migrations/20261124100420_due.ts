import type { Knex } from 'knex';

/**
 * The clock of what a ticket's priority promises: where it started, moved on by its pauses; since
 * when it stands; the next promised moment. Pauses before this are not known but the one that
 * lasts.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table tickets
      add column clock_started_at timestamptz(3) not null default now(),
      add column clock_stopped_at timestamptz(3),
      add column due_at timestamptz(3);

    update tickets set
      clock_started_at = created_at,
      clock_stopped_at = case
        when status in ('OPEN', 'IN_PROGRESS') then null
        else coalesce(resolved_at, updated_at) end,
      due_at = case when status in ('OPEN', 'IN_PROGRESS') then
        created_at + make_interval(mins => least(
          case when first_response_at is null then first_response_minutes end,
          resolution_minutes)) end
    from priorities where priorities.priority = tickets.priority;

    create index tickets_due on tickets (due_at, id)
      where deleted_at is null and due_at is not null;
    create index tickets_due_order on tickets ((coalesce(due_at, 'infinity')), id)
      where deleted_at is null;
    create index tickets_clock on tickets (priority, id)
      where deleted_at is null and status in ('OPEN', 'IN_PROGRESS');
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    alter table tickets
      drop column clock_started_at,
      drop column clock_stopped_at,
      drop column due_at;
  `);
}
