import { defineConfig, devices, type ReporterDescription } from '@playwright/test';

const report = process.env.PLAYWRIGHT_JSON_OUTPUT_FILE;
const chromium = process.env.TIKETHET_CHROMIUM;
const asRoot = process.getuid?.() === 0;

const reporters: ReporterDescription[] = [['list']];
if (report) reporters.push(['json', { outputFile: report }]);

export default defineConfig({
  testDir: '.',
  globalSetup: './globalSetup.ts',
  outputDir: 'test-results',
  // One whole desk per test file; two files at a time, since each waits half of its time.
  workers: 2,
  // CI's machine may stand still for seconds: a journey that passes at the second try is told apart.
  retries: process.env.CI ? 1 : 0,
  timeout: 90_000,
  // Of a machine that stands still now and then; what passes does not wait for it.
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: reporters,
  // A trace costs every step a picture; in CI what failed is tried again, and traced then.
  use: {
    trace: process.env.CI ? 'on-first-retry' : 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
  projects: [
    {
      name: 'browser',
      testMatch: '**/*.browser.spec.ts',
      use: {
        ...devices['Desktop Chrome'],
        launchOptions: {
          ...(chromium && { executablePath: chromium }),
          // Chromium's own sandbox refuses to run as root.
          args: asRoot ? ['--no-sandbox'] : [],
        },
      },
    },
    { name: 'electron', testMatch: '**/*.electron.spec.ts' },
  ],
});
