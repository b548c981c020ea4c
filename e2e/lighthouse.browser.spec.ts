import { chromium, expect, test } from '@playwright/test';
import lighthouse from 'lighthouse';
import { REGULAR } from './support/people';
import { freePort, startDemoServer, type DemoServer } from './support/server';
import { miniAppAddress } from './support/telegramApp';

let server: DemoServer;
test.beforeAll(async () => {
  server = await startDemoServer();
});
test.afterAll(() => server.dispose());

for (const theme of ['light', 'dark'] as const) {
  test(`Mini App, ${theme}: Lighthouse finds it accessible and well made`, async () => {
    const testInfo = test.info();
    const port = await freePort();
    const { executablePath, args = [] } = testInfo.project.use.launchOptions ?? {};
    const browser = await chromium.launch({
      executablePath,
      args: [...args, `--remote-debugging-port=${port}`],
    });
    try {
      const result = await lighthouse(
        await miniAppAddress(server.url, REGULAR, { colorScheme: theme }),
        {
          port,
          logLevel: 'error',
          onlyCategories: ['accessibility', 'best-practices'],
        },
      );
      const lost = Object.values(result?.lhr.audits ?? {})
        .filter(({ score }) => score !== null && score < 1)
        .map(({ id, title }) => `${id}: ${title}`);
      for (const category of ['accessibility', 'best-practices']) {
        const score = Math.round((result?.lhr.categories[category]?.score ?? 0) * 100);
        expect(score, `${category}\n${lost.join('\n')}`).toBeGreaterThanOrEqual(95);
      }
    } finally {
      await browser.close();
    }
  });
}
