import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { expect, test, type Browser } from '@playwright/test';
import { openBrowser } from './support/browser';
import { launchConsole, type ConsoleApp } from './support/electron';
import { signIn } from './support/journey';
import { startDemoServer, type DemoServer } from './support/server';
import type { TestedMain } from './support/testHooks';

const notes = 'Snoozed tickets wake in time.';
let folder: string;
let files: Server;
let server: DemoServer;
let browser: Browser;
let desktop: ConsoleApp;

/** A newer version that only leaves a mark when it is started. */
function newerVersion(mark: string): Buffer {
  return Buffer.from(`#!/bin/sh\necho "$0" > '${mark}'\n`);
}

/** What electron-builder's `generic` asks of a file server. */
function serveUpdates(version: string, program: Buffer): Promise<Server> {
  const name = `TiketHet-${version}.AppImage`;
  const sha512 = createHash('sha512').update(program).digest('base64');
  const channel = JSON.stringify({
    version,
    files: [{ url: name, sha512, size: program.length }],
    path: name,
    sha512,
    releaseDate: '2026-11-22T00:00:00.000Z',
    releaseNotes: notes,
  });
  const answers: Record<string, Buffer | string> = {
    '/latest-linux.yml': channel,
    [`/${name}`]: program,
  };
  const started = createServer((request, response) => {
    const answer = answers[new URL(request.url ?? '/', 'http://x').pathname];
    response.statusCode = answer === undefined ? 404 : 200;
    response.end(answer);
  });
  return new Promise((resolve) => started.listen(0, '127.0.0.1', () => resolve(started)));
}

test.beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'tikethet-program-'));
  const appImage = path.join(folder, 'TiketHet.AppImage');
  writeFileSync(appImage, 'the version of today', { mode: 0o755 });
  const mark = path.join(folder, 'started');
  files = await serveUpdates('99.0.0', newerVersion(mark));
  const { port } = files.address() as AddressInfo;
  [server, browser] = await Promise.all([startDemoServer(), openBrowser()]);
  desktop = await launchConsole({
    serverUrl: server.url,
    env: {
      TIKETHET_TEST: '1',
      TIKETHET_UPDATES_URL: `http://127.0.0.1:${port}/`,
      APPIMAGE: appImage,
      // electron-updater keeps what it fetched in the system's cache folder.
      XDG_CACHE_HOME: path.join(folder, 'cache'),
      LANG: 'en_GB.UTF-8',
    },
  });
});

test.afterAll(async () => {
  await desktop?.close().catch(() => undefined);
  await browser?.close();
  await server?.dispose();
  files?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('reports a problem without private data, asks before foreign links, updates itself', async () => {
  test.setTimeout(180_000);
  const { app, window: page, userData } = desktop;
  await signIn({ browser, console: page, serverUrl: server.url });

  await test.step('an error of the page is in the log, and the log in the report', async () => {
    await page.evaluate(() => {
      setTimeout(() => {
        throw new Error('lost its way with Bearer abc.def');
      });
    });
    const log = () => readFileSync(path.join(userData, 'logs', 'main.log'), 'utf8');
    await expect.poll(log).toContain('lost its way');
    const report = path.join(folder, 'report.txt');
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, report);
    await page.evaluate(() => (location.hash = '#/settings/about'));
    await page.getByTestId('save-report').click();
    await expect.poll(() => existsSync(report)).toBe(true);
    const text = readFileSync(report, 'utf8');
    expect(text).toMatch(/version\s+\d+\.\d+\.\d+/);
    expect(text).toMatch(/unsent\s+0 waiting, 0 to decide/);
    expect(text).toContain('lost its way with Bearer [token]');
    expect(text).not.toContain('abc.def');
  });

  await test.step('a foreign link is asked for, once where the person ticks it', async () => {
    const asked = await app.evaluateHandle(({ dialog }) => {
      const questions: string[] = [];
      const answers = [
        { response: 0, checkboxChecked: false },
        { response: 1, checkboxChecked: true },
      ];
      dialog.showMessageBox = ((...args: unknown[]) => {
        questions.push(JSON.stringify(args.at(-1)));
        return Promise.resolve(answers[questions.length - 1]);
      }) as typeof dialog.showMessageBox;
      return questions;
    });
    const open = (url: string) =>
      page.evaluate(
        (address) =>
          (
            globalThis as unknown as { tikethet: { openExternal(url: string): Promise<unknown> } }
          ).tikethet.openExternal(address),
        url,
      );
    await open('https://example.com/first');
    await open('https://example.com/second');
    await open('https://example.com/third');
    const questions = await asked.jsonValue();
    expect(questions).toHaveLength(2);
    expect(questions[0]).toContain('example.com');
    const opened = await app.evaluate(() =>
      (globalThis as TestedMain).__tikethetTest.openedLinks(),
    );
    expect(opened).toEqual(['https://example.com/second', 'https://example.com/third']);
  });

  await test.step('a newer version is fetched, told with its notes, and takes the place', async () => {
    // The program may have looked by itself meanwhile: then there is nothing left to press.
    const check = page.getByTestId('check-updates');
    if (await check.isVisible()) await check.click({ timeout: 2_000 }).catch(() => undefined);
    const state = page.getByTestId('update-state');
    await expect(state).toHaveAttribute('data-status', 'ready', { timeout: 30_000 });
    await expect(state).toContainText('99.0.0');
    await page.evaluate(() => (location.hash = '#/inbox/active'));
    await page.getByTestId('update-mark').click();
    await expect(page.getByText(notes)).toBeVisible();
    await page.getByTestId('update-restart').click();
    const started = path.join(folder, 'started');
    await expect.poll(() => existsSync(started), { timeout: 20_000 }).toBe(true);
    expect(readFileSync(started, 'utf8')).toContain('AppImage');
  });
});
