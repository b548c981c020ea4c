// `npm test`: installs and builds what is missing, then every kind of test, and one closing line.
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { build, served } from './lib/builds.mjs';
import { aptInstall, findChromium } from './lib/chromium.mjs';
import { findElectron } from './lib/electron.mjs';
import { install } from './lib/install.mjs';
import { live } from './lib/lifeline.mjs';
import { at, checkNode } from './lib/root.mjs';
import { bin, run } from './lib/run.mjs';
import { step } from './lib/step.mjs';
import { Tally } from './lib/tally.mjs';

const reports = at('.cache', 'reports');
const minutes = 60_000;
/** Without a screen every console gets one of its own. */
const hasOwnScreens = process.platform === 'linux' && !process.env.DISPLAY;

const tally = new Tally();

await live(async () => {
  checkNode();
  await install();
  await build([...served, 'desktop']);
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  await vitest('unit', 'unit', 10 * minutes);
  await consoleStore();
  await vitest('integration', 'integration on the embedded Postgres', 20 * minutes, {
    TEST_DATABASE_URL: '',
  });
  const external = process.env.TEST_DATABASE_URL;
  if (external) {
    await vitest('integration', 'integration on TEST_DATABASE_URL', 20 * minutes, {
      TEST_DATABASE_URL: external,
    });
  }
  const chromium = await step('Looking for Chromium', findChromium);
  await browserJourneys(chromium);
  await electronJourneys(chromium);
  return tally.close();
});

async function vitest(project, title, limit, env = {}) {
  const report = `${reports}/${title.replaceAll(' ', '-')}.json`;
  heading(title);
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json'];
  const { code } = await run(bin('vitest'), [...args, `--outputFile.json=${report}`], {
    env,
    limit,
    show: true,
  });
  tally.addVitest(report, code);
}

/** node:sqlite: in Electron's Node, as in the console itself; Node 20 has none. */
async function consoleStore() {
  const title = 'console store';
  const electron = await step('Looking for Electron', () => findElectron({ download: true }));
  if (electron.missing) return tally.unavailable(title, electron.missing);
  const report = `${reports}/console-store.json`;
  heading(title);
  const args = ['run', '--project', 'store', '--reporter=default', '--reporter=json'];
  const { code } = await run(
    electron.program,
    [
      '--no-warnings',
      at('node_modules', 'vitest', 'vitest.mjs'),
      ...args,
      `--outputFile.json=${report}`,
    ],
    { env: { ELECTRON_RUN_AS_NODE: '1' }, limit: 10 * minutes, show: true },
  );
  tally.addVitest(report, code);
}

async function browserJourneys(chromium) {
  if (chromium.missing) return tally.unavailable('browser tests', chromium.missing);
  await playwright('browser', { TIKETHET_CHROMIUM: chromium.program });
}

/** The chat's and the Mini App's side of a journey with the console is played in Chromium. */
async function electronJourneys(chromium) {
  if (chromium.missing) return tally.unavailable('Electron tests', chromium.missing);
  const electron = await step('Looking for Electron', () => findElectron({ download: true }));
  if (electron.missing) return tally.unavailable('Electron tests', electron.missing);
  if (process.platform === 'linux' && !process.env.DISPLAY && !(await ensureXvfb())) {
    return tally.unavailable('Electron tests', 'there is no screen and no Xvfb');
  }
  await step('Packing the console', () =>
    run(process.execPath, [at('scripts', 'package.mjs')], { limit: 10 * minutes }),
  );
  await playwright('electron', {
    TIKETHET_ELECTRON: electron.program,
    TIKETHET_CHROMIUM: chromium.program,
  });
}

async function playwright(project, env) {
  const report = `${reports}/${project}.json`;
  heading(`${project} journeys`);
  const { code } = await run(
    bin('playwright'),
    [
      ...['test', '--config', 'e2e/playwright.config.ts', '--project', project],
      // On one screen the windows of two consoles would take the focus from each other.
      ...(project === 'electron' && !hasOwnScreens ? ['--workers', '1'] : []),
    ],
    { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report }, limit: 30 * minutes, show: true },
  );
  tally.addPlaywright(report, code);
}

async function ensureXvfb() {
  const program = '/usr/bin/Xvfb';
  return existsSync(program) || ((await aptInstall('xvfb', 'xauth')) && existsSync(program));
}

function heading(text) {
  console.log(`\n== ${text}`);
}
