import { Client } from 'pg';

/** The Postgres of one test run. */
export interface TestServer {
  /** A url that may create and drop databases. */
  adminUrl: string;
  /** Begins the name of every database of this run. */
  prefix: string;
  /** A migrated, empty database that fresh ones are copied from. */
  template: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

/** The same server and login, another database. */
export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

/** One statement on a connection of its own; names in it are ours, never input. */
export async function administer(
  url: string,
  statement: string,
): Promise<Record<string, string>[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 15_000 });
  await client.connect();
  try {
    return (await client.query<Record<string, string>>(statement)).rows;
  } finally {
    await client.end();
  }
}
