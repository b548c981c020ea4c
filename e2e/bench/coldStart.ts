import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron } from '@playwright/test';
import { ensureScreen, launchConsole } from '../support/electron';
import { median, type Figure } from './report';

const RUNS = 5;

/** An Electron program with one empty window, as its own quick start makes it. */
function emptyProgram(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tikethet-empty-'));
  writeFileSync(path.join(folder, 'package.json'), '{"name":"empty","main":"main.cjs"}');
  writeFileSync(
    path.join(folder, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron');
     app.whenReady().then(() => new BrowserWindow().loadURL('data:text/html,<p>empty'));`,
  );
  return folder;
}

/** Milliseconds from the start of the process until its window shows something. */
async function startEmpty(folder: string): Promise<number> {
  const screen = await ensureScreen();
  const executablePath = process.env.TIKETHET_ELECTRON;
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const began = performance.now();
  const app = await _electron.launch({
    ...(executablePath && { executablePath }),
    args: [...asRoot, '--disable-gpu', folder],
    env: { ...process.env, DISPLAY: screen.display },
  });
  const window = await app.firstWindow();
  await window.waitForSelector('p');
  const took = performance.now() - began;
  await app.close();
  await screen.close();
  return took;
}

/** Milliseconds from the start of the process until the inbox can be worked with. */
export async function startConsole(serverUrl: string, userData: string): Promise<number> {
  const began = performance.now();
  const console = await launchConsole({ serverUrl, userData, timed: true });
  await console.window.waitForSelector('[data-testid=inbox-row]');
  const took = performance.now() - began;
  await console.close();
  return took;
}

/** Starting with what is on disk beside an empty window, one after the other. */
export async function coldStart(serverUrl: string, userData: string): Promise<Figure[]> {
  const folder = emptyProgram();
  const empty: number[] = [];
  const console: number[] = [];
  try {
    for (let run = 0; run < RUNS; run += 1) {
      empty.push(await startEmpty(folder));
      console.push(await startConsole(serverUrl, userData));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const baseline = median(empty);
  const ratios = console.map((took) => took / baseline);
  return [
    { title: 'an empty Electron window', runs: empty, unit: 'ms' },
    { title: 'start to the inbox', runs: console, unit: 'ms', baseline },
    { title: 'start to the inbox, beside the empty window', runs: ratios, unit: '×', atMost: 2.5 },
  ];
}
