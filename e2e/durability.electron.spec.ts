import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { chatReplies } from './soak/chat';
import { actions, startPair } from './soak/converge';
import { effects } from './soak/feed';
import { prepareGround } from './soak/ground';
import { SMALL } from './soak/plan';
import { soak } from './soak/soak';
import { ADMIN } from './support/people';
import { at } from './support/root';
import { startDemoServer, type DemoServer } from './support/server';
import { startSyncConsole } from './support/syncConsole';
import { startTcpProxy } from './support/tcpProxy';

/** One desk for all: only the last test ends its process. */
test.describe.configure({ mode: 'serial' });

let server: DemoServer;
let folder: string;
let flag: string;

test.beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'tikethet-durability-'));
  flag = path.join(folder, 'end');
  const preload = pathToFileURL(at('e2e', 'support', 'endBeforeAnswer.mjs')).href;
  server = await startDemoServer({
    NODE_OPTIONS: `--import=${preload}`,
    TIKETHET_END_BEFORE_ANSWER: flag,
  });
});
test.afterAll(async () => {
  await server?.dispose();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

test('cuts, delays, half-closed connections and kills: nothing lost, doubled, disordered or damaged', async () => {
  test.setTimeout(240_000);
  const seed = Date.now() % 1_000_000;
  test.info().annotations.push({ type: 'seed', description: String(seed) });
  const { verdict, damage, starts } = await soak(server, SMALL, seed, () => undefined);
  expect(verdict, `seed=${seed}`).toEqual({
    ...{ lost: [], doubled: [], disordered: [], damaged: [], refused: [] },
  });
  expect(damage).toEqual({ cuts: SMALL.cuts, kills: SMALL.kills });
  expect(starts).toBeGreaterThan(SMALL.kills);
});

test('two consoles, their clocks a day off, converge to the desk; every conflict was shown', async () => {
  test.setTimeout(240_000);
  const pair = await startPair(server);
  try {
    await fc.assert(
      fc.asyncProperty(actions, async (story) => expect(await pair.play(story)).toEqual([])),
      { numRuns: 3, endOnFailure: true },
    );
  } finally {
    await pair.close();
  }
});

test('the server dies between commit and answer, and between answer and receipt: one effect', async () => {
  test.setTimeout(240_000);
  const ground = await prepareGround(server, 1);
  const proxy = await startTcpProxy({ target: server.url, random: () => 0, reorder: 0, delay: 0 });
  const console = await startSyncConsole({ url: proxy.url, deskUrl: server.url, personId: ADMIN });
  try {
    const { id = '' } = ground.tickets[0] ?? {};
    const say = (content: string) =>
      console.write('POST /tickets/{id}/messages', { id, content }, randomUUID());
    const unsent = async () => {
      const result = await console.host.call({ method: 'outbox' });
      return result.ok ? (result.value as { unsent: number }).unsent : null;
    };
    const sent = () => expect.poll(unsent, { timeout: 60_000 }).toBe(0);

    writeFileSync(flag, '');
    await say('⟦900:1⟧');
    await expect.poll(() => existsSync(flag), { timeout: 20_000 }).toBe(false);
    await server.kill9();
    await server.start();
    await sent();

    const answered = new Promise<void>((resolve) => {
      proxy.onAnswer((request) => {
        if (!request.startsWith('POST /api/v1/commands')) return true;
        resolve();
        return false;
      });
    });
    await say('⟦900:2⟧');
    await answered;
    await server.kill9();
    proxy.onAnswer(null);
    await server.start();
    await sent();

    // Committed before the answer; the server that comes back gives it its place in the feed.
    await expect.poll(() => effects(ground), { timeout: 20_000 }).toEqual([['⟦900:1⟧', '⟦900:2⟧']]);
    // A send that the end of the process cut is `unknown` at most, never made twice.
    const inChat = (await chatReplies(server, ground.chats[0] ?? 0))
      .map(({ mark }) => mark)
      .filter((mark) => mark.startsWith('⟦900:'));
    expect(inChat).toEqual([...new Set(inChat)]);
  } finally {
    await console.stop();
    await proxy.close();
  }
});
