import { setTimeout as pause } from 'node:timers/promises';
import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { Client } from 'pg';

/** Milliseconds between looks at whether the lock is free, or still ours. */
const LOOK = 2_000;

/** A connection of the pool that is kept: the lock lives as long as it. */
interface Kept {
  client: Client;
  release: () => Promise<void>;
}

async function keepConnection(db: Knex): Promise<Kept> {
  const pool = db.client as {
    acquireConnection(): Promise<Client>;
    releaseConnection(client: Client): Promise<void>;
  };
  const client = await pool.acquireConnection();
  return { client, release: () => pool.releaseConnection(client) };
}

async function tryLock(client: Client, name: string): Promise<boolean> {
  const result = await client.query<{ locked: boolean }>(
    'select pg_try_advisory_lock(hashtextextended($1, 0)) as locked',
    [name],
  );
  return result.rows[0]?.locked ?? false;
}

/**
 * Runs work in one process at a time, whichever is first; another takes over within seconds when
 * it is gone. The lock is a session's: Postgres frees it when the process dies.
 * @param work runs until its signal fires (shutdown, or the lock's connection broke)
 */
export async function whileLeader(
  { db, log }: { db: Knex; log: Logger },
  name: string,
  stop: AbortSignal,
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  while (!stop.aborted) {
    try {
      const { client, release } = await keepConnection(db);
      try {
        if (await tryLock(client, name)) await lead(client, name, stop, work);
      } finally {
        await release();
      }
    } catch (error) {
      log.warn({ err: error }, 'telegram: the database connection of the leader broke');
    }
    await pause(LOOK, undefined, { signal: stop }).catch(() => undefined);
  }
}

async function lead(
  client: Client,
  name: string,
  stop: AbortSignal,
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const lost = new AbortController();
  const signal = AbortSignal.any([stop, lost.signal]);
  const working = work(signal);
  const watching = (async () => {
    while (!signal.aborted) {
      await pause(LOOK, undefined, { signal }).catch(() => undefined);
      await client.query('select 1').catch(() => lost.abort());
    }
  })();
  try {
    await working;
  } finally {
    lost.abort();
    await watching;
    await client
      .query('select pg_advisory_unlock(hashtextextended($1, 0))', [name])
      .catch(() => undefined);
  }
}
