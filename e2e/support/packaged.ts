import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { ensureScreen } from './electron';
import { at, built } from './root';
import { freePort } from './server';

const startLimit = 30_000;

/** The packed console, watched from outside: its fuses let no inspector in. */
export interface PackagedConsole {
  program: string;
  userData: string;
  /** Its window, as Chromium's own debugging port shows it; again after it started itself again. */
  window(): Promise<Page>;
  close(): Promise<void>;
}

/** What `npm run package` has made for this system. */
export function packagedProgram(): string {
  const byPlatform: Partial<Record<NodeJS.Platform, string[]>> = {
    linux: ['linux-unpacked', 'tikethet'],
    win32: ['win-unpacked', 'TiketHet.exe'],
    darwin: [`mac${os.arch() === 'arm64' ? '-arm64' : ''}`, 'TiketHet.app/Contents/MacOS/TiketHet'],
  };
  return built('desktop', 'dist', ...(byPlatform[process.platform] ?? []));
}

/** Starts it as a person does who has just installed it: nothing is told by the environment. */
export async function launchPackaged(): Promise<PackagedConsole> {
  const program = packagedProgram();
  const userData = mkdtempSync(path.join(os.tmpdir(), 'tikethet-packed-'));
  const screen = await ensureScreen();
  const port = await freePort();
  const { TIKETHET_SERVER_URL: _, ...environment } = process.env;
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  spawn(program, [...asRoot, '--disable-gpu', `--remote-debugging-port=${port}`], {
    cwd: at(),
    env: {
      ...environment,
      DISPLAY: screen.display,
      TIKETHET_USER_DATA: userData,
      LANG: 'en_GB.UTF-8',
    },
    stdio: 'ignore',
  });
  let connected: Browser | null = null;

  return {
    program,
    userData,
    async window() {
      await connected?.close().catch(() => undefined);
      const deadline = Date.now() + startLimit;
      for (;;) {
        const page = await firstPage(port).catch(() => null);
        if (page !== null) {
          connected = page.context().browser();
          return page;
        }
        if (Date.now() > deadline) throw new Error('the packed console has opened no window');
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    async close() {
      await connected?.close().catch(() => undefined);
      for (const pid of processesWith(`--remote-debugging-port=${port}`)) stop(pid);
      await screen.close();
      // Its processes write until they end, which this one must not keep from being seen.
      await rm(userData, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
    },
  };
}

async function firstPage(port: number): Promise<Page> {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { timeout: 3_000 });
  const page = browser.contexts()[0]?.pages()[0];
  if (page !== undefined) return page;
  await browser.close();
  throw new Error('no window yet');
}

/** Processes by a word of their command line: a program that started itself again has no parent. */
function processesWith(word: string): number[] {
  if (process.platform !== 'linux') {
    return execFileSync('pgrep', ['-f', '--', word], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map(Number);
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(word);
      } catch {
        return false;
      }
    });
}

function stop(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
