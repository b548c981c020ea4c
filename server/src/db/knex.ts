import knex, { type Knex } from 'knex';
import pg from 'pg';
import type { Logger } from 'pino';

// int8 arrives as text by default. Ours (counters, Telegram ids) stay below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** The name in the database of what is called so in code. */
export function toSnakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/**
 * A connection pool.
 * @param url `postgres://…`
 */
export function createKnex(url: string, options: { poolMax?: number; log?: Logger } = {}): Knex {
  const { log } = options;
  // By a name: knex does not know all options of its driver by theirs.
  const connection = {
    connectionString: url,
    application_name: 'tikethet',
    // A stuck statement must not hold a ticket's lock for ever; long reports use their own pool.
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 30_000,
    connectionTimeoutMillis: 5_000,
    // What verbs beside each other ask of their transaction is on its way at once, answered in order.
    pipeline: true,
  };
  return knex({
    client: 'pg',
    // Models name columns in camelCase in their conditions too. Rows of plain Knex queries stay as
    // they are in the database; models translate theirs (`db/model.ts`).
    wrapIdentifier: (name, wrap) => wrap(toSnakeCase(name)),
    connection,
    // Knex would print to the console by itself.
    log: {
      warn: (message: unknown) => log?.warn({ message }, 'knex'),
      error: (message: unknown) => log?.error({ message }, 'knex'),
      deprecate: (message: unknown) => log?.warn({ message }, 'knex: deprecated'),
      debug: (message: unknown) => log?.debug({ message }, 'knex'),
    },
    pool: { min: 0, max: options.poolMax ?? 10 },
    acquireConnectionTimeout: 10_000,
  });
}
