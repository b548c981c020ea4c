import { createRequire } from 'node:module';
import { mkdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { startDemoServer } from '/work/main/e2e/support/server';
import { miniAppScreens } from '/work/main/scripts/lib/miniAppScreens.mjs';
const { chromium } = createRequire('/work/main/e2e/package.json')('@playwright/test');
const sharp = createRequire('/work/main/server/package.json')('sharp');
mkdirSync('/work/main/docs/images/miniapp', { recursive: true });
const server = await startDemoServer();
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
  await miniAppScreens(browser, server, async (t, name) => {
    await sleep(700);
    const png = await t.screenshot({ animations: 'disabled' });
    await sharp(png).png({ palette: true, effort: 7 }).toFile(`/work/main/docs/images/${name}.png`);
    console.log(name);
  });
} finally { await browser.close(); await server.dispose(); }
