import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { at } from './root.mjs';
import { bin, run } from './run.mjs';
import { step } from './step.mjs';

const viteLimit = 300_000;

/** What is built, from which sources, into which file that then must be there. */
const targets = {
  server: {
    title: 'Building the server',
    sources: ['server/build.mjs', 'server/src', 'server/migrations', 'shared/src'],
    without: ['server/src/sandbox/page'],
    result: 'server/dist/main.js',
    work: () => run(process.execPath, ['build.mjs'], { cwd: at('server'), limit: 120_000 }),
  },
  sandbox: {
    title: "Building the sandbox's page",
    sources: ['server/src/sandbox/page', 'shared/src'],
    result: 'server/dist/sandbox-page/index.html',
    work: () =>
      run(bin('vite'), ['build', 'src/sandbox/page'], { cwd: at('server'), limit: viteLimit }),
  },
  miniapp: {
    title: 'Building the Mini App',
    sources: ['miniapp', 'shared/src'],
    result: 'miniapp/dist/index.html',
    work: () => run(bin('vite'), ['build'], { cwd: at('miniapp'), limit: viteLimit }),
  },
  preview: {
    title: "Building the console's preview",
    sources: ['desktop', 'shared/src'],
    result: 'desktop/dist-web/index.html',
    work: () =>
      run(bin('vite'), ['build', '--config', 'vite.web.config.ts'], {
        cwd: at('desktop'),
        limit: viteLimit,
      }),
  },
  desktop: {
    title: 'Building the desktop console',
    sources: ['desktop', 'shared/src'],
    result: 'desktop/out/main/index.js',
    work: () => run(bin('electron-vite'), ['build'], { cwd: at('desktop'), limit: viteLimit }),
  },
};

/** What `npm start` serves. */
export const served = ['server', 'sandbox', 'miniapp', 'preview'];

/** Builds those of the named targets whose sources changed since their last build, two at a time. */
export async function build(names) {
  const stale = names.filter((name) => !isFresh(name));
  const next = async () => {
    for (let name = stale.shift(); name; name = stale.shift()) {
      const { title, work } = targets[name];
      const stamp = stampOf(name);
      await step(title, work);
      mkdirSync(at('.cache', 'builds'), { recursive: true });
      writeFileSync(stampFile(name), stamp);
    }
  };
  await Promise.all([next(), next()]);
}

function isFresh(name) {
  return (
    existsSync(at(targets[name].result)) &&
    existsSync(stampFile(name)) &&
    readFileSync(stampFile(name), 'utf8') === stampOf(name)
  );
}

function stampFile(name) {
  return at('.cache', 'builds', name);
}

/** A hash over names and contents: right after a checkout too, when times say nothing. */
function stampOf(name) {
  const { sources, without = [] } = targets[name];
  const hash = createHash('sha256');
  for (const file of [...sources, 'package-lock.json'].flatMap((place) =>
    filesOf(place, without),
  )) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(at(file)))
      .update('\0');
  }
  return hash.digest('hex');
}

const notSources = /^(?:node_modules|dist|dist-web|out|.*\.test\.tsx?)$/;

function filesOf(place, without) {
  if (without.includes(place) || !existsSync(at(place))) return [];
  if (!statSync(at(place)).isDirectory()) return [place];
  return readdirSync(at(place))
    .sort()
    .filter((name) => !notSources.test(name))
    .flatMap((name) => filesOf(`${place}/${name}`, without));
}
