import { defineConfig } from 'vitest/config';

const notOurs = ['**/node_modules/**', '**/dist/**', '**/out/**'];
// Against an external Postgres the embedded one has nothing new to show, nor have whole
// conversations with the bot: their statements are run there by the tests of each door and queue.
const notExternal = process.env.TEST_DATABASE_URL
  ? ['server/src/db/embedded/**', 'server/src/telegram/*.int.test.ts']
  : [];

// Files of a process share what they import: loading the whole server anew for each took longer
// than its tests. So a test leaves nothing behind in a module: what it fakes, it puts back.
const isolate = false;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            '{shared,server,miniapp,desktop}/src/**/*.test.{ts,tsx}',
            'scripts/**/*.test.mjs',
          ],
          exclude: [...notOurs, '**/*.int.test.ts', '**/*.store.test.ts'],
          isolate,
          testTimeout: 10_000,
        },
      },
      {
        // The console's local store is node:sqlite: Electron's Node has it, Node 20 has not.
        test: {
          name: 'store',
          include: ['desktop/src/**/*.store.test.ts'],
          exclude: notOurs,
          isolate,
          maxWorkers: 2,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['server/**/*.int.test.ts', 'desktop/src/**/*.int.test.ts'],
          exclude: [...notOurs, ...notExternal],
          isolate,
          globalSetup: ['server/src/db/testing/globalSetup.ts'],
          // A test database each, but one Postgres and two cores for all; many tests wait on a clock.
          maxWorkers: 3,
          // CI's machine may stand still for seconds, and Telegram's clocks are real in these.
          retry: process.env.CI ? 1 : 0,
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
