import { Client } from 'pg';
import type { Logger } from 'pino';

/** Milliseconds between attempts to connect again. */
const RETRY = 1_000;

/**
 * Listens on Postgres channels over a connection of its own and connects again when it breaks.
 * A notification may be missed meanwhile: everybody who listens also polls.
 */
export class Listener {
  #client: Client | null = null;
  #stopped = false;
  #retry: NodeJS.Timeout | undefined;

  constructor(
    private readonly url: string,
    private readonly channels: Readonly<Record<string, (payload: string) => void>>,
    private readonly log: Logger,
  ) {}

  async start(): Promise<void> {
    const client = new Client({
      connectionString: this.url,
      application_name: 'tikethet listener',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    client.on('notification', ({ channel, payload }) => this.channels[channel]?.(payload ?? ''));
    // `end` follows every `error`; without a listener the error would end the process.
    client.on('error', (error) => this.log.warn({ err: error }, 'listener: connection lost'));
    client.on('end', () => this.#again());
    this.#client = client;
    await client.connect();
    for (const channel of Object.keys(this.channels)) {
      await client.query(`listen ${client.escapeIdentifier(channel)}`);
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#retry);
    await this.#client?.end().catch(() => undefined);
  }

  #again(): void {
    if (this.#stopped) return;
    this.#retry = setTimeout(() => {
      this.start().catch((error: unknown) => {
        this.log.warn({ err: error }, 'listener: cannot connect');
        this.#again();
      });
    }, RETRY);
  }
}
