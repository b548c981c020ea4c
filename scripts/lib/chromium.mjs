import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { at } from './root.mjs';
import { bin, run } from './run.mjs';

const downloadLimit = 240_000;
const systemPrograms = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * A Chromium for the browser tests: one that is there, else Playwright's download, else, as root
 * on Debian, apt-get's.
 * @returns {Promise<{ program: string } | { missing: string }>} program '' = Playwright's own
 */
export async function findChromium() {
  const system = systemPrograms.find(existsSync);
  if (ownIsThere()) return { program: '' };
  if (system) return { program: system };
  const downloaded = await run(bin('playwright'), ['install', 'chromium'], {
    limit: downloadLimit,
  });
  if (downloaded.code === 0 && ownIsThere()) return { program: '' };
  if (await aptInstall('chromium')) return { program: systemPrograms[0] };
  return { missing: 'Chromium can neither be downloaded nor be found (apt-get install chromium)' };
}

function ownIsThere() {
  const { chromium } = createRequire(at('e2e', 'package.json'))('@playwright/test');
  return existsSync(chromium.executablePath());
}

/** Installs Debian packages when we may; true when apt-get said it did. */
export async function aptInstall(...packages) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env, limit: 180_000 });
  const args = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
  return (await run('apt-get', args, { env, limit: 600_000 })).code === 0;
}
