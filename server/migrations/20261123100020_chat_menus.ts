import type { Knex } from 'knex';

/** Which version of the menu stands in a person's chat; null: none of its own. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`alter table telegram_chats add column menu text`);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`alter table telegram_chats drop column menu`);
}
