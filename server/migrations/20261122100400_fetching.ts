import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create index attachments_fetching on attachments (created_at) where state = 'FETCHING';
    create index deliveries_leases on deliveries (seq) where state = 'SENDING';
    create index messages_telegram_album on messages (author_id, media_group_id, created_at desc)
      where media_group_id is not null;
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`drop index attachments_fetching, deliveries_leases, messages_telegram_album`);
}
