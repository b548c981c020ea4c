import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { at, built } from './root';

const launchLimit = 30_000;

export interface ConsoleApp {
  app: ElectronApplication;
  window: Page;
  /** Where it keeps its data; give it to the next launch to continue with them. */
  userData: string;
  close(): Promise<void>;
}

/**
 * Launches the Electron console against a server, on a screen of its own where there is none.
 * @param options `userData`: a folder of an earlier launch, which is kept; else a fresh one
 */
export async function launchConsole(options: {
  serverUrl: string;
  userData?: string;
  env?: Record<string, string>;
  /** Seconds in which a reply can be taken back; none, so that a journey need not wait. */
  undoSeconds?: 0 | 5;
  /** Nothing is held back, so that its start can be timed. */
  timed?: boolean;
}): Promise<ConsoleApp> {
  built('desktop', 'out', 'main', 'index.js');
  const executablePath = process.env.TIKETHET_ELECTRON;
  const userData = options.userData ?? mkdtempSync(path.join(os.tmpdir(), 'tikethet-console-'));
  const preferences = path.join(userData, 'preferences.json');
  if (!existsSync(preferences)) {
    writeFileSync(preferences, JSON.stringify({ undoSeconds: options.undoSeconds ?? 0 }));
  }
  const screen = await ensureScreen();
  const asRoot = process.getuid?.() === 0;
  const close = (app?: ElectronApplication) => async () => {
    await app?.close();
    await screen.close();
    if (options.userData === undefined) rmSync(userData, { recursive: true, force: true });
  };
  try {
    const app = await _electron.launch({
      ...(executablePath && { executablePath }),
      args: [
        ...(asRoot ? ['--no-sandbox'] : []),
        '--disable-gpu',
        ...(options.timed ? [] : ['--require', at('e2e', 'support', 'holdBack.cjs')]),
        at('desktop'),
      ],
      env: {
        ...definedEnvironment(),
        DISPLAY: screen.display,
        TIKETHET_SERVER_URL: options.serverUrl,
        TIKETHET_USER_DATA: userData,
        ...options.env,
      },
      timeout: launchLimit,
    });
    return { app, window: await app.firstWindow(), userData, close: close(app) };
  } catch (error) {
    await close()();
    throw error;
  }
}

/** The screen that is there, else an Xvfb of one's own. @param size pixels of the latter */
export async function ensureScreen(
  size = '1440x900',
): Promise<{ display: string; close(): Promise<void> }> {
  const given = process.env.DISPLAY;
  if (given || process.platform !== 'linux') {
    return { display: given ?? '', close: () => Promise.resolve() };
  }
  // Xvfb itself looks for a free number and writes it to descriptor 3 when it is ready.
  const args = ['-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp'];
  const child: ChildProcess = spawn('Xvfb', args, {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const channel = child.stdio[3];
  if (!channel || !('read' in channel)) throw new Error('Xvfb got no channel');
  const number = await Promise.race([
    once(createInterface({ input: channel }), 'line').then(([line]) => String(line)),
    once(child, 'error').then(([error]) => Promise.reject(error as Error)),
    once(child, 'exit').then(() => Promise.reject(new Error('Xvfb ended at once'))),
  ]);
  const close = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  };
  return { display: `:${number.trim()}`, close };
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}
