import type { Knex } from 'knex';

/** What the audit log is searched and filtered by. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table audit_log add column search tsvector generated always as (
      jsonb_to_tsvector('russian', coalesce(before, 'null'), '["string", "numeric"]')
      || jsonb_to_tsvector('russian', coalesce(after, 'null'), '["string", "numeric"]')) stored;
    create index audit_log_search on audit_log using gin (search);
    create index audit_log_actor on audit_log (actor_id, at desc, id desc);
    create index audit_log_action on audit_log (action, at desc, id desc);
    create index audit_log_type on audit_log (target_type, at desc, id desc);
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop index audit_log_type, audit_log_action, audit_log_actor;
    alter table audit_log drop column search;
  `);
}
