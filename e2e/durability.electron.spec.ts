import { expect, test } from '@playwright/test';
import { SMALL } from './soak/plan';
import { soak } from './soak/soak';
import { startDemoServer, type DemoServer } from './support/server';

let server: DemoServer;
test.beforeAll(async () => {
  server = await startDemoServer();
});
test.afterAll(() => server?.dispose());

test('cuts, delays, half-closed connections and kills: nothing lost, doubled, disordered or damaged', async () => {
  test.setTimeout(240_000);
  const seed = Date.now() % 1_000_000;
  test.info().annotations.push({ type: 'seed', description: String(seed) });
  const { verdict, damage, starts } = await soak(server, SMALL, seed, () => undefined);
  expect(verdict, `seed=${seed}`).toEqual({
    ...{ lost: [], doubled: [], disordered: [], damaged: [], refused: [] },
  });
  expect(damage).toEqual({ cuts: SMALL.cuts, kills: SMALL.kills });
  expect(starts).toBeGreaterThan(SMALL.kills);
});
