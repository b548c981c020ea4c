import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { devices, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { openBrowser } from '../support/browser';
import { KEEP_NAMES } from './inPage';
import { REGULAR } from '../support/people';
import { startDemoServer, type DemoServer } from '../support/server';
import { miniAppAddress } from '../support/telegramApp';
import { median, type Benchmark, type Figure } from './report';

const RUNS = 5;

/** A middling phone on a slow mobile network, as Lighthouse throttles it. */
const SLOWDOWN = 4;
const NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};

/** Milliseconds from the start of navigation. */
interface Opening {
  /** The largest contentful paint before the list stands. */
  frame: number;
  list: number;
  /** Addresses of the scripts fetched until then. */
  scripts: string[];
}

interface Watched {
  largestPaint: number;
  firstRow: number | null;
}

/** Runs in the page before anything else: keeps the paints' times. */
function watch(): void {
  const watched: Watched = { largestPaint: 0, firstRow: null };
  Object.assign(globalThis, { watched });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (watched.firstRow === null) watched.largestPaint = entry.startTime;
    }
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  const look = () => {
    if (document.querySelector('[data-testid=ticket-item]') === null) requestAnimationFrame(look);
    // Two frames on, the row has been painted.
    else
      requestAnimationFrame(() =>
        requestAnimationFrame(() => (watched.firstRow = performance.now())),
      );
  };
  requestAnimationFrame(look);
}

async function throttled(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  // tsx marks the names of functions with this helper, which a page does not have.
  await page.addInitScript(KEEP_NAMES);
  await page.addInitScript(watch);
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', NETWORK);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  return page;
}

async function open(context: BrowserContext, address: string): Promise<Opening> {
  const page = await throttled(context);
  await page.goto(address);
  await page.waitForFunction(
    () => (globalThis as unknown as { watched: Watched }).watched.firstRow,
  );
  const opening = await page.evaluate(() => {
    const { watched } = globalThis as unknown as { watched: Watched };
    const until = watched.firstRow ?? 0;
    const scripts = performance
      .getEntriesByType('resource')
      .filter((entry) => entry.startTime < until && entry.name.endsWith('.js'))
      .map((entry) => entry.name);
    return { frame: watched.largestPaint, list: until, scripts };
  });
  await page.close();
  return opening;
}

/** The same phone and network opening a page of one line: what nothing can be faster than. */
async function bare(browser: Browser): Promise<number> {
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end('<!doctype html><title>bare</title><h1>One line</h1>');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const context = await browser.newContext(devices['Pixel 7']);
  const page = await throttled(context);
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const read = () => (globalThis as unknown as { watched: Watched }).watched.largestPaint;
  await page.waitForFunction(read);
  const paint = await page.evaluate(read);
  await context.close();
  server.close();
  return paint;
}

async function gzippedKb(addresses: readonly string[]): Promise<number> {
  const sizes = addresses.map(async (address) => {
    const answer = await fetch(address, { signal: AbortSignal.timeout(10_000) });
    return gzipSync(Buffer.from(await answer.arrayBuffer()), { level: 9 }).length;
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1024;
}

async function measure(browser: Browser, server: DemoServer): Promise<Figure[]> {
  const figures = { bare: [], frame: [], list: [], cachedFrame: [], cachedList: [] } as Record<
    'bare' | 'frame' | 'list' | 'cachedFrame' | 'cachedList',
    number[]
  >;
  let scripts: string[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    figures.bare.push(await bare(browser));
    const context = await browser.newContext(devices['Pixel 7']);
    const first = await open(context, await miniAppAddress(server.url, REGULAR));
    const again = await open(context, await miniAppAddress(server.url, REGULAR));
    await context.close();
    scripts = first.scripts;
    figures.frame.push(first.frame);
    figures.list.push(first.list);
    figures.cachedFrame.push(again.frame);
    figures.cachedList.push(again.list);
  }
  const baseline = median(figures.bare);
  const ms = (title: string, runs: number[], atMost?: number): Figure => ({
    title,
    runs,
    unit: 'ms',
    atMost,
    baseline,
  });
  return [
    ms('a bare page: first paint', figures.bare),
    ms('Mini App, first visit: the frame', figures.frame, 1_500),
    ms('Mini App, first visit: the list', figures.list, 2_500),
    ms('Mini App, opened again: the frame', figures.cachedFrame, 1_500),
    ms('Mini App, opened again: the list', figures.cachedList, 2_500),
    {
      title: 'first screen: JavaScript, gzipped',
      runs: [await gzippedKb(scripts)],
      unit: 'KB',
      atMost: 130,
    },
  ];
}

export const miniApp: Benchmark = {
  title: 'Mini App on a phone (processor 4 × slower, 1.6 Mbit/s, 150 ms)',
  run: async (tell) => {
    const server = await startDemoServer();
    const browser = await openBrowser();
    try {
      tell(await measure(browser, server));
    } finally {
      await browser.close();
      await server.dispose();
    }
  },
};
