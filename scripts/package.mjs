// `npm run package`: packs the console. Unpacked for this system by default, so that it can be tried
// at once; `npm run package -- --linux AppImage deb`, `--win` or `--mac` make what is shipped.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from './lib/builds.mjs';
import { findElectron } from './lib/electron.mjs';
import { install } from './lib/install.mjs';
import { live } from './lib/lifeline.mjs';
import { at, checkNode, Failure } from './lib/root.mjs';
import { bin, run } from './lib/run.mjs';
import { step } from './lib/step.mjs';

const limit = 20 * 60_000;

await live(async () => {
  checkNode();
  await install();
  await build(['desktop']);
  const wanted = process.argv.slice(2);
  const args = [
    '--projectDir',
    at('desktop'),
    '--config',
    at('electron-builder.yml'),
    '--publish',
    'never',
  ];
  if (wanted.length === 0) args.push('--dir', ...(await ownRuntime()));
  args.push(...wanted, ...baked());
  if (wanted.length > 0) {
    const { code } = await run(bin('electron-builder'), args, { limit, show: true });
    return code;
  }
  await step('Packing the console', () => run(bin('electron-builder'), args, { limit }));
  console.log(`The console is in ${path.relative(process.cwd(), at('desktop', 'dist'))}.`);
  return 0;
});

/** The Electron that is on this machine, so that nothing is downloaded twice. */
async function ownRuntime() {
  const electron = await step("Looking for Electron's program", () =>
    findElectron({ download: true }),
  );
  if (electron.missing) throw new Failure(`${electron.missing}.`);
  const folder = path.dirname(electron.program);
  const dist = process.platform === 'darwin' ? path.resolve(folder, '../../..') : folder;
  const version = readFileSync(path.join(dist, 'version'), 'utf8').trim().replace(/^v/, '');
  return [`-c.electronDist=${dist}`, `-c.electronVersion=${version}`];
}

/** What the packed console knows from birth: its desk's address and where its updates are. */
function baked() {
  const { TIKETHET_SERVER_URL: server, TIKETHET_UPDATES_URL: updates } = process.env;
  const given = [];
  if (server) given.push(`-c.extraMetadata.tikethet.serverUrl=${server}`);
  if (updates) given.push('-c.publish.provider=generic', `-c.publish.url=${updates}`);
  return given;
}
