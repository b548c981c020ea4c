import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { DesktopBridge } from '../desktop/src/bridge';
import { launchConsole, type ConsoleApp } from './support/electron';
import { at } from './support/root';
import type { TestedMain } from './support/testHooks';

type Page = typeof globalThis & { tikethet: DesktopBridge; hacked?: true };

/** Nobody answers here: the shell must hold without a server. */
const serverUrl = 'http://127.0.0.1:9';

let desktop: ConsoleApp;
let userData: string;

test.beforeAll(async () => {
  userData = mkdtempSync(path.join(os.tmpdir(), 'tikethet-shell-'));
  desktop = await launchConsole({ serverUrl, userData, env: { TIKETHET_TEST: '1' } });
});

test.afterAll(async () => {
  await desktop?.close();
  rmSync(userData, { recursive: true, force: true });
});

test('the page has the bridge and nothing of Node or Electron', async () => {
  expect(desktop.window.url()).toMatch(/^tikethet-app:\/\/console\//);
  const seen = await desktop.window.evaluate(() => ({
    kind: (globalThis as Page).tikethet.kind,
    leaks: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter(
      (name) => name in globalThis,
    ),
    frozen: Object.isFrozen((globalThis as Page).tikethet),
  }));
  expect(seen).toEqual({ kind: 'electron', leaks: [], frozen: true });
});

test('navigation and new windows are refused; an https link goes to the browser', async () => {
  const { app, window } = desktop;
  const home = window.url();
  for (const target of ['https://example.com/', 'file:///etc/passwd', 'tikethet-file://desk/x']) {
    await window.evaluate((address) => location.assign(address), target);
  }
  // A foreign link is asked for by the system's own dialog.
  await app.evaluate(({ dialog }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false });
  });
  const opened = await window.evaluate(() => [
    globalThis.open('https://example.com/opened'),
    globalThis.open('file:///etc/passwd'),
    globalThis.open('tikethet-app://console/'),
  ]);
  expect(opened).toEqual([null, null, null]);
  // A refused navigation has no event to wait for: the page is still there and still alive.
  await window.waitForTimeout(300);
  expect(window.url()).toBe(home);
  expect(app.windows()).toHaveLength(1);
  const links = () => app.evaluate(() => (globalThis as TestedMain).__tikethetTest.openedLinks());
  await expect.poll(links).toEqual(['https://example.com/opened']);
});

test('the policy stops connections, foreign frames and inline scripts', async () => {
  const refused = await desktop.window.evaluate(async () => {
    const broken: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      broken.push(effectiveDirective),
    );
    await fetch('http://127.0.0.1:9/').catch(() => undefined);
    const script = document.createElement('script');
    script.textContent = 'globalThis.hacked = true';
    const frame = document.createElement('iframe');
    frame.src = 'https://example.com/';
    document.body.append(script, frame);
    await new Promise((resolve) => setTimeout(resolve, 300));
    script.remove();
    frame.remove();
    return { broken, hacked: (globalThis as Page).hacked ?? false };
  });
  expect(refused.hacked).toBe(false);
  expect(refused.broken.sort()).toEqual(['connect-src', 'frame-src', 'script-src-elem']);
});

test('the sync engine leaves the processor to the window', async () => {
  const pid = await desktop.app.evaluate(({ app }) => {
    const engine = app.getAppMetrics().find(({ name }) => name === 'TiketHet sync');
    return engine?.pid ?? 0;
  });
  expect(pid).toBeGreaterThan(0);
  expect(os.getPriority(pid)).toBe(os.constants.priority.PRIORITY_BELOW_NORMAL);
});

test('permissions are denied', async () => {
  const answers = await desktop.window.evaluate(async () => ({
    notifications: await Notification.requestPermission(),
    place: await new Promise((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('given'),
        () => resolve('denied'),
      ),
    ),
    clipboard: await navigator.clipboard.readText().then(
      () => 'given',
      () => 'denied',
    ),
  }));
  expect(answers).toEqual({ notifications: 'denied', place: 'denied', clipboard: 'denied' });
});

test('a call that main cannot take is a coded error', async () => {
  const codes = await desktop.window.evaluate(async () => {
    const { tikethet } = globalThis as Page;
    const results = await Promise.all([
      tikethet.read('GET /nothing' as never, {} as never),
      tikethet.read('GET /tickets', { limit: 100_000 }),
      tikethet.write('DELETE /messages/{id}', { id: 'x' }, 'not a key', () => undefined),
      tikethet.openExternal('file:///etc/passwd'),
      tikethet.openExternal('http://example.com/'),
    ]);
    return results.map((result) => (result.ok ? 'ok' : result.error.code));
  });
  expect(codes).toEqual(Array.from({ length: 5 }, () => 'invalid_ipc'));
});

test('signing in without a server says that there is no connection', async () => {
  const result = await desktop.window.evaluate(() => (globalThis as Page).tikethet.session.start());
  expect(result).toMatchObject({ ok: false, error: { code: 'network' } });
});

test('a second start in the same folder ends at once', async () => {
  const program = process.env.TIKETHET_ELECTRON;
  test.skip(program === undefined, 'TIKETHET_ELECTRON is not set');
  const display = await desktop.app.evaluate(() => process.env['DISPLAY'] ?? '');
  const asRoot = process.getuid?.() === 0;
  const args = [...(asRoot ? ['--no-sandbox'] : []), '--disable-gpu', at('desktop')];
  const second = spawn(program ?? '', args, {
    env: { ...process.env, DISPLAY: display, TIKETHET_USER_DATA: userData },
    stdio: 'ignore',
  });
  await once(second, 'exit');
  expect(second.exitCode).toBe(0);
  expect(desktop.app.windows()).toHaveLength(1);
});

test('the window opens again where it was', async () => {
  const wanted = { x: 40, y: 60, width: 900, height: 640 };
  await desktop.app.evaluate(
    ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds),
    wanted,
  );
  await desktop.close();
  desktop = await launchConsole({ serverUrl, userData, env: { TIKETHET_TEST: '1' } });
  const found = await desktop.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getBounds(),
  );
  expect(found).toEqual(wanted);
});
