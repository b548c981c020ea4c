import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Page } from '@playwright/test';
import type { DesktopBridge } from '../../desktop/src/bridge';
import { personFolder } from '../../desktop/src/main/personFolder';
import { prepareGround } from '../soak/ground';
import { openBrowser } from '../support/browser';
import { launchConsole } from '../support/electron';
import { signIn } from '../support/journey';
import { ADMIN } from '../support/people';
import { startDemoServer, type DemoServer } from '../support/server';
import { startSyncConsole } from '../support/syncConsole';
import { startTcpProxy } from '../support/tcpProxy';
import { KEEP_NAMES } from './inPage';
import type { Benchmark, Figure } from './report';

const COMMANDS = 10_000;
const TICKETS = 200;
/** Milliseconds for the queue to become empty. */
const LIMIT = 10 * 60_000;
/** Milliseconds after its start until a window has drawn all of itself. */
const SETTLED = 5_000;

interface Watched {
  tikethet: DesktopBridge;
  longestFrame: number;
  unsent: number;
  store: 'empty' | 'loading' | 'filled';
}

/** Runs in the window: keeps how much is unsent as the console itself is told, without asking. */
async function watchQueue(): Promise<void> {
  const watched = globalThis as unknown as Watched;
  watched.unsent = (await watched.tikethet.outbox.state()).unsent;
  watched.tikethet.on('outbox', ({ unsent }) => (watched.unsent = unsent));
}

/** Runs in the window, before the sign-in: follows how the console fills its store. */
function watchStore(): void {
  const watched = globalThis as unknown as Watched;
  watched.store = 'empty';
  watched.tikethet.on('store', ({ loading }) => {
    if (loading) watched.store = 'loading';
    else if (watched.store === 'loading') watched.store = 'filled';
  });
}

/** Runs in the window: keeps the longest time between two frames. */
function watchFrames(): void {
  const watched = globalThis as unknown as Watched;
  watched.longestFrame = 0;
  let last = performance.now();
  const look = (now: number) => {
    watched.longestFrame = Math.max(watched.longestFrame, now - last);
    last = now;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

const unsent = (page: Page) => page.evaluate(() => (globalThis as unknown as Watched).unsent);

async function until(page: Page, enough: (count: number) => boolean): Promise<void> {
  for (const began = Date.now(); !enough(await unsent(page)); await pause(100)) {
    if (Date.now() - began > LIMIT) throw new Error('the queue does not become empty');
  }
}

async function measure(server: DemoServer, userData: string): Promise<Figure[]> {
  const network = { random: () => 0, reorder: 0, delay: 0 };
  const proxy = await startTcpProxy({ target: server.url, ...network });
  const open = () => launchConsole({ serverUrl: proxy.url, userData, env: { TIKETHET_TEST: '1' } });
  try {
    const { tickets } = await prepareGround(server, TICKETS);
    const first = await open();
    await first.window.evaluate(watchStore);
    const browser = await openBrowser();
    await signIn({ browser, console: first.window, serverUrl: server.url });
    await browser.close();
    const isFilled = () => (globalThis as unknown as Watched).store === 'filled';
    await first.window.waitForFunction(isFilled, undefined, { timeout: LIMIT });
    await first.close();

    // What somebody has done without a network, on the disk of the same console.
    proxy.block(true);
    const queue = await startSyncConsole({
      ...{ url: proxy.url, deskUrl: server.url, personId: ADMIN },
      folderOf: (id) => personFolder(path.join(userData, 'store'), id, proxy.url),
    });
    for (let number = 0; number < COMMANDS; number += 1) {
      const { id = '' } = tickets[number % TICKETS] ?? {};
      const input = { id, content: `${number}`, internal: true };
      await queue.write('POST /tickets/{id}/messages', input, randomUUID());
    }
    await queue.stop();

    const desktop = await open();
    const page = desktop.window;
    await page.evaluate(KEEP_NAMES);
    await page.evaluate(watchQueue);
    await until(page, (count) => count === COMMANDS);
    // Its start has a figure of its own: what is watched here is a window that stands.
    await page.waitForSelector('[data-testid=inbox-row]');
    await pause(SETTLED);
    await page.evaluate(watchFrames);
    proxy.block(false);
    await until(page, (count) => count < COMMANDS);
    const began = performance.now();
    const before = await unsent(page);
    await until(page, (count) => count === 0);
    const seconds = (performance.now() - began) / 1_000;
    const frame = await page.evaluate(() => (globalThis as unknown as Watched).longestFrame);
    await desktop.close();
    return [
      { title: 'queued commands sent', runs: [before / seconds], unit: '/s', atLeast: 300 },
      { title: 'the window’s longest frame meanwhile', runs: [frame], unit: 'ms', atMost: 100 },
    ];
  } finally {
    await proxy.close();
  }
}

export const drain: Benchmark = {
  title: `Reconnecting with ${COMMANDS} unsent commands over ${TICKETS} tickets`,
  run: async (tell) => {
    const server = await startDemoServer();
    const userData = mkdtempSync(path.join(os.tmpdir(), 'tikethet-drain-'));
    try {
      tell(await measure(server, userData));
    } finally {
      await server.dispose();
      rmSync(userData, { recursive: true, force: true });
    }
  },
};
