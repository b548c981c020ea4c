import { createAdapter } from '@socket.io/redis-streams-adapter';
import type { Logger } from 'pino';
import { createClient } from 'redis';
import { StartError } from '../platform/startError';

/** Milliseconds to find Redis at start. */
const CONNECT_LIMIT = 5_000;
/** Milliseconds that a read waits for news: also how long a stopped node's reader lingers. */
const READ_WAIT = 1_000;
/** Milliseconds for answers that are on their way when the node stops. */
const CLOSE_LIMIT = 2_000;

export interface Cluster {
  adapter: ReturnType<typeof createAdapter>;
  stop(): Promise<void>;
}

/**
 * Joins this node's sockets with those of others, for what is not in the feed: typing and presence.
 * Events never travel this way; every node reads the feed itself.
 * @throws StartError when Redis cannot be reached
 */
export async function joinCluster(url: string, log: Logger): Promise<Cluster> {
  const client = createClient({ url, socket: { connectTimeout: CONNECT_LIMIT } });
  client.on('error', (error: unknown) => log.warn({ err: error }, 'redis: connection lost'));
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), CONNECT_LIMIT);
  });
  try {
    await Promise.race([client.connect(), late]);
  } catch (error) {
    client.destroy();
    const reason = error instanceof Error ? error.message : String(error);
    const { host } = new URL(url);
    throw new StartError(
      `Redis at ${host} cannot be reached (${reason}): check REDIS_URL, or leave it out when one ` +
        'server is enough.',
      { cause: error },
    );
  } finally {
    clearTimeout(timer);
  }
  return {
    adapter: createAdapter(client, { blockTimeInMs: READ_WAIT }),
    stop: async () => {
      // The adapter has just said goodbye; cutting it off would reject what it does not catch.
      const impatient = setTimeout(() => client.destroy(), CLOSE_LIMIT);
      await client.close().catch((error: unknown) => log.debug({ err: error }, 'redis: closing'));
      clearTimeout(impatient);
    },
  };
}
