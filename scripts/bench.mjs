// `npm run bench [names]`: what TiketHet claims of its speed, each beside a baseline of the same run.
import { build, served } from './lib/builds.mjs';
import { findChromium } from './lib/chromium.mjs';
import { findElectron } from './lib/electron.mjs';
import { install } from './lib/install.mjs';
import { live } from './lib/lifeline.mjs';
import { at, checkNode, Failure } from './lib/root.mjs';
import { run } from './lib/run.mjs';
import { step } from './lib/step.mjs';

const limit = 60 * 60_000;

await live(async () => {
  checkNode();
  await install();
  await build([...served, 'desktop']);
  const chromium = await step('Looking for Chromium', findChromium);
  if (chromium.missing) throw new Failure(chromium.missing);
  const electron = await step('Looking for Electron', () => findElectron({ download: true }));
  if (electron.missing) throw new Failure(electron.missing);
  const names = process.argv.slice(2);
  const program = ['--import', 'tsx', at('e2e', 'bench', 'run.ts'), ...names];
  const env = { TIKETHET_CHROMIUM: chromium.program, TIKETHET_ELECTRON: electron.program };
  const { code } = await run(process.execPath, program, { env, limit, show: true });
  return code;
});
