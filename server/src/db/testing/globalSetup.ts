import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../embedded/startEmbeddedPostgres';
import { createKnex } from '../knex';
import { migrateToLatest } from '../migrate';
import { administer, withDatabase, type TestServer } from './testServer';

const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };

function ignore(): void {
  // What the tests check are answers, not log lines.
}

/**
 * Once per run of the integration tests: a Postgres (TEST_DATABASE_URL, a url that may create
 * databases, else an embedded one without durability) and a migrated template on it.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const external = process.env.TEST_DATABASE_URL || null;
  const embedded = external ? null : await startTemporary();
  const adminUrl = external ?? embedded?.postgres.url ?? '';
  const prefix = `tikethet_test_${randomBytes(5).toString('hex')}`;
  const server: TestServer = { adminUrl, prefix, template: `${prefix}_template` };
  const tearDown = async () => {
    if (external) await dropAll(server);
    await embedded?.stop();
  };
  try {
    await administer(adminUrl, `CREATE DATABASE ${server.template} TEMPLATE template0`);
    const db = createKnex(withDatabase(adminUrl, server.template));
    try {
      await migrateToLatest(db);
    } finally {
      await db.destroy();
    }
  } catch (error) {
    await tearDown();
    throw error;
  }
  project.provide('testServer', server);
  return tearDown;
}

async function startTemporary(): Promise<{
  postgres: EmbeddedPostgres;
  stop(): Promise<void>;
}> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'tikethet-test-'));
  // As root Postgres runs as another user, who must get through.
  chmodSync(dataDir, 0o711);
  const postgres = await startEmbeddedPostgres({
    dataDir,
    log: silent,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  });
  const stop = async () => {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { postgres, stop };
}

/** A test that was cut short leaves its database on an external server. */
async function dropAll({ adminUrl, prefix }: TestServer): Promise<void> {
  const rows = await administer(
    adminUrl,
    `SELECT datname FROM pg_database WHERE datname LIKE '${prefix}%'`,
  );
  for (const { datname } of rows) {
    await administer(adminUrl, `DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
  }
}
