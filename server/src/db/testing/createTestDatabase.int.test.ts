import { describe, expect, it } from 'vitest';
import { createTestDatabase } from './createTestDatabase';
import { administer } from './testServer';

describe('createTestDatabase', () => {
  it('gives every caller a migrated database of its own', async () => {
    const [one, two] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    const tables = await administer(
      one.url,
      `SELECT count(*)::text AS n FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    expect(Number(tables[0]?.n)).toBeGreaterThan(0);
    await administer(one.url, 'CREATE TABLE only_here ()');
    const there = await administer(two.url, `SELECT to_regclass('only_here')::text AS found`);
    expect(there[0]?.found).toBeNull();
    await one.drop();
    await two.drop();
    await expect(administer(one.url, 'SELECT 1')).rejects.toThrow(/does not exist/);
  });
});
