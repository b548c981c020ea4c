import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Sandbox } from '../../sandbox';

interface Waiting {
  update: { update_id: number };
  given: number;
}

/** How often each update is given, whatever the bot confirms. */
const GIVEN = 2;

/**
 * A Bot API in front of the sandbox that gives every update twice, in two answers, as Telegram may
 * when a confirmation is lost.
 */
export async function startStubbornTelegram(
  sandbox: Sandbox,
  take: (offset: number) => Promise<{ update_id: number }[]>,
): Promise<{ apiRoot: string; givenTwice(): number; close(): Promise<void> }> {
  const waiting: Waiting[] = [];
  let offset = 0;
  let done = 0;
  const app = express();
  app.post('/bot:token/getUpdates', express.json(), async (request, response) => {
    const confirmed = Number((request.body as { offset?: number }).offset ?? 0);
    const fresh = await take(offset);
    for (const update of fresh) {
      waiting.push({ update, given: 0 });
      offset = update.update_id + 1;
    }
    while (waiting[0] && waiting[0].given >= GIVEN && waiting[0].update.update_id < confirmed) {
      waiting.shift();
      done += 1;
    }
    const batch = waiting.slice(0, 25);
    for (const one of batch) one.given += 1;
    if (batch.length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
    response.json({ ok: true, result: batch.map(({ update }) => update) });
  });
  app.use(sandbox.botApi);
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    apiRoot: `http://127.0.0.1:${port}`,
    givenTwice: () => done,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
