import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Knex } from 'knex';
import { createKnex } from './knex';
import { migrateToLatest, pendingMigrations, rollbackAll } from './migrate';
import { createTestDatabase } from './testing/createTestDatabase';

let db: Knex;
let database: Awaited<ReturnType<typeof createTestDatabase>>;

beforeAll(async () => {
  database = await createTestDatabase();
  db = createKnex(database.url, { poolMax: 2 });
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

/** Every table, column, index, constraint and sequence of ours. */
async function schema(): Promise<string[]> {
  const result = await db.raw<{ rows: { item: string }[] }>(`
    select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable as item
      from information_schema.columns where table_schema = 'public'
    union all select indexdef from pg_indexes where schemaname = 'public'
    union all select conrelid::regclass || ' ' || pg_get_constraintdef(oid)
      from pg_constraint where connamespace = 'public'::regnamespace
    union all select sequencename from pg_sequences where schemaname = 'public'
    order by 1`);
  return result.rows.map((row) => row.item);
}

test('every migration can be undone and done again', async () => {
  const before = await schema();
  expect(await pendingMigrations(db)).toEqual([]);
  await rollbackAll(db);
  const left = (await schema()).filter((item) => !item.includes('knex_migrations'));
  expect(left).toEqual([]);
  await migrateToLatest(db);
  expect(await schema()).toEqual(before);
});

test('the database itself refuses what makes no sense', async () => {
  const now = new Date();
  const person = (id: string, role: string) =>
    db('users').insert({ id, role, first_name: 'A', language: 'ru', created_at: now });
  const id = '0190aaaa-0000-7000-8000-000000000001';
  await expect(person(id, 'KING')).rejects.toThrow(/users_role_check/);
  await person(id, 'USER');
  const ticket = {
    id,
    title: 'x',
    description: '',
    status: 'OPEN',
    priority: 'LOW',
    category_id: id,
    customer_id: id,
    channel: 'BOT',
    created_at: now,
    updated_at: now,
  };
  await expect(db('tickets').insert(ticket)).rejects.toThrow(/category_id_fkey/);
  await db('categories').insert({
    id,
    slug: 'a',
    name: 'A',
    icon: '❓',
    color: '#000000',
    sort_order: 1,
    created_at: now,
  });
  await expect(db('tickets').insert({ ...ticket, title: '' })).rejects.toThrow(/title_check/);
  await db('tickets').insert(ticket);
  await expect(db('users').where({ id }).delete()).rejects.toThrow(/customer_id_fkey/);
  await expect(db('categories').where({ id }).delete()).rejects.toThrow(/category_id_fkey/);
});
