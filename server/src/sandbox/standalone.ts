import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { Sandbox, type SandboxOptions } from './sandbox';

export interface SandboxServer {
  /** Address of the chat page. */
  url: string;
  /** For TELEGRAM_API_ROOT. */
  apiRoot: string;
  sandbox: Sandbox;
  /** Stops listening and cuts all connections: the product meets "connection refused". */
  goDown(): Promise<void>;
  /** Listens again on the same port. */
  comeUp(): Promise<void>;
  close(): Promise<void>;
}

/** Token of sandboxes whose test does not care. */
const testToken = `1000000:${'SANDBOX'.padEnd(35, '-')}`;

/** Runs a sandbox in its own HTTP server on the loopback address; port 0 picks a free one. */
export async function startSandboxServer(
  options: Partial<SandboxOptions> & { port?: number } = {},
): Promise<SandboxServer> {
  const { port: wanted = 0, ...rest } = options;
  const sandbox = new Sandbox({
    botToken: testToken,
    botUsername: 'tikethet_demo_bot',
    dir: null,
    people: [],
    ...rest,
  });
  const app = express();
  app.disable('x-powered-by');
  app.use('/telegram-sandbox', sandbox.botApi);
  app.use('/sandbox', sandbox.page);
  let server = createServer(app);
  await listen(server, wanted);
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  return {
    url: `${origin}/sandbox/`,
    apiRoot: `${origin}/telegram-sandbox`,
    sandbox,
    goDown: () => stop(server),
    comeUp: async () => {
      server = createServer(app);
      await listen(server, port);
    },
    close: async () => {
      await sandbox.close();
      await stop(server);
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    if (!server.listening) return resolve();
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
