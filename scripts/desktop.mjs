// `npm run desktop`: the Electron console against the local server or TIKETHET_SERVER_URL.
import { build } from './lib/builds.mjs';
import { findElectron } from './lib/electron.mjs';
import { install } from './lib/install.mjs';
import { live } from './lib/lifeline.mjs';
import { at, checkNode, Failure } from './lib/root.mjs';
import { run } from './lib/run.mjs';
import { step } from './lib/step.mjs';

const server = process.env.TIKETHET_SERVER_URL || 'http://127.0.0.1:3000';

// As long as a timer can wait (24.8 days): people leave it open.
const limit = 2 ** 31 - 1;

await live(async () => {
  checkNode();
  await install();
  await build(['desktop']);
  const electron = await step("Looking for Electron's program", () =>
    findElectron({ download: true }),
  );
  if (electron.missing) {
    throw new Failure(
      `${electron.missing}: open the console's preview at ${server}/console/ instead, ` +
        'or set ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.',
    );
  }
  // Chromium's own sandbox refuses to run as root.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const { code } = await run(electron.program, [...asRoot, at('desktop')], {
    env: { TIKETHET_SERVER_URL: server },
    limit,
    show: true,
  });
  return code;
});
