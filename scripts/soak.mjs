// `npm run soak [small | part=0.1] [seed=…]`: a console on a bad network, killed again and again, must lose nothing.
import { build, served } from './lib/builds.mjs';
import { findElectron } from './lib/electron.mjs';
import { install } from './lib/install.mjs';
import { live } from './lib/lifeline.mjs';
import { at, checkNode, Failure } from './lib/root.mjs';
import { run } from './lib/run.mjs';
import { step } from './lib/step.mjs';

const limit = 2 * 60 * 60_000;

await live(async () => {
  checkNode();
  await install();
  await build([...served, 'desktop']);
  const electron = await step('Looking for Electron', () => findElectron({ download: true }));
  if (electron.missing) throw new Failure(electron.missing);
  const words = process.argv.slice(2);
  const program = ['--import', 'tsx', at('e2e', 'soak', 'run.ts'), ...words];
  const env = { TIKETHET_ELECTRON: electron.program };
  const { code } = await run(process.execPath, program, { env, limit, show: true });
  return code;
});
