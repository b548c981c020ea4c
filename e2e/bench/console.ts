import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEmbeddedPostgres } from '../../server/src/db/embedded/startEmbeddedPostgres';
import { openBrowser } from '../support/browser';
import { isWhole } from '../support/consoleStore';
import { deskApi } from '../support/deskApi';
import { launchConsole } from '../support/electron';
import { signIn } from '../support/journey';
import { REGULAR } from '../support/people';
import { startDemoServer } from '../support/server';
import type { Benchmark, Figure } from './report';
import { coldStart } from './coldStart';
import { fillDesk } from './fillDesk';
import { KEEP_NAMES } from './inPage';
import { memory } from './memory';
import { scrolling } from './scrolling';
import { walking } from './walking';
import { withoutNetwork } from './withoutNetwork';

const TICKETS = 100_000;
/** Milliseconds in which the console must have read the whole desk. */
const SNAPSHOT = 20 * 60_000;

const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** The store says of itself that the whole working set is in it. */
async function untilWhole(userData: string): Promise<void> {
  const deadline = Date.now() + SNAPSHOT;
  while (!isWhole(userData)) {
    if (Date.now() > deadline) throw new Error('the console has not read the desk in time');
    await sleep(5_000);
  }
}

async function run(tell: (figures: readonly Figure[]) => void): Promise<void> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'tikethet-bench-'));
  const userData = mkdtempSync(path.join(os.tmpdir(), 'tikethet-bench-console-'));
  // As root Postgres runs as another user, who must get through.
  chmodSync(dataDir, 0o711);
  const postgres = await startEmbeddedPostgres({ dataDir, log: silent });
  const server = await startDemoServer({ DATABASE_URL: postgres.url });
  const browser = await openBrowser();
  try {
    await fillDesk(postgres.url, TICKETS);
    const open = () => launchConsole({ serverUrl: server.url, userData });
    const first = await open();
    await signIn({ browser, console: first.window, serverUrl: server.url });
    await untilWhole(userData);
    await first.close();

    tell(await coldStart(server.url, userData));
    tell(await withoutNetwork(server, userData));
    const console = await open();
    try {
      await console.window.waitForSelector('[data-testid=inbox-row]');
      await console.window.evaluate(KEEP_NAMES);
      tell(await scrolling(console.window));
      await console.window.getByTestId('inbox-row').first().click();
      tell(await walking(console.window));
      tell(await memory(console, await deskApi(server, REGULAR)));
    } finally {
      await console.close();
    }
  } finally {
    await browser.close();
    await server.dispose();
    await postgres.stop();
    for (const folder of [dataDir, userData]) rmSync(folder, { recursive: true, force: true });
  }
}

export const consoleBenchmark: Benchmark = {
  title: `Console, with a desk of ${TICKETS} tickets on its disk (Electron)`,
  run,
};
