import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { openBrowser } from './support/browser';
import { signIn } from './support/journey';
import { launchPackaged, packagedProgram } from './support/packaged';
import { at } from './support/root';
import { startDemoServer } from './support/server';

test('the packed console starts, is told its desk, signs in and shows the inbox', async () => {
  // Two starts of the program and one of a desk.
  test.setTimeout(180_000);
  const [server, browser, packed] = await Promise.all([
    startDemoServer(),
    openBrowser(),
    launchPackaged(),
  ]);
  try {
    let page = await packed.window();
    await expect(page.getByTestId('server-address')).toHaveText('http://127.0.0.1:3000');

    await page.getByTestId('change-server').click();
    const input = page.getByTestId('server-input');
    await input.fill('http://desk.example.com');
    await page.getByTestId('use-server').click();
    await expect(page.getByText(/not an address/)).toBeVisible();
    await input.fill('127.0.0.1:9');
    await page.getByTestId('use-server').click();
    await expect(page.getByText(/No TiketHet answers/)).toBeVisible();
    await input.fill(server.url);
    await page.getByTestId('use-server').click();

    await expect(async () => {
      page = await packed.window();
      await expect(page.getByTestId('server-address')).toHaveText(server.url, { timeout: 2_000 });
    }).toPass({ timeout: 30_000 });
    await signIn({ browser, console: page, serverUrl: server.url });
    await expect(page.getByTestId('connection')).toHaveAttribute('data-state', 'online');
    await expect(page.getByTestId('inbox-row').first()).toBeVisible();
    const log = readFileSync(path.join(packed.userData, 'logs', 'main.log'), 'utf8');
    expect(log).not.toMatch(/\berror\b/i);
  } finally {
    await packed.close();
    await browser.close();
    await server.dispose();
  }
});

test('its fuses are set: neither a Node nor an inspector, and only its own archive', () => {
  const program = packagedProgram();
  const fuses = execFileSync(
    process.execPath,
    [at('node_modules', '@electron', 'fuses', 'dist', 'bin.js'), 'read', '--app', program],
    { encoding: 'utf8', env: { ...process.env, FORCE_COLOR: '0' } },
  );
  const state = (name: string) => new RegExp(`${name} is (Enabled|Disabled)`).exec(fuses)?.[1];
  expect(
    Object.fromEntries(
      [
        'RunAsNode',
        'EnableNodeOptionsEnvironmentVariable',
        'EnableNodeCliInspectArguments',
        'EnableCookieEncryption',
        'EnableEmbeddedAsarIntegrityValidation',
        'OnlyLoadAppFromAsar',
        'GrantFileProtocolExtraPrivileges',
      ].map((name) => [name, state(name)]),
    ),
  ).toEqual({
    RunAsNode: 'Disabled',
    EnableNodeOptionsEnvironmentVariable: 'Disabled',
    EnableNodeCliInspectArguments: 'Disabled',
    EnableCookieEncryption: 'Enabled',
    EnableEmbeddedAsarIntegrityValidation: 'Enabled',
    OnlyLoadAppFromAsar: 'Enabled',
    GrantFileProtocolExtraPrivileges: 'Disabled',
  });
  // As a Node it would print its own version and no dots.
  const asNode = spawnSync(program, ['--version'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
    timeout: 15_000,
  });
  expect(asNode.stdout).not.toMatch(/^v\d+\./);
});
