// `npm run check`: everything that needs no database, browser or network, two steps at a time.
import { availableParallelism } from 'node:os';
import { install } from './lib/install.mjs';
import { live } from './lib/lifeline.mjs';
import { checkNode } from './lib/root.mjs';
import { bin, run } from './lib/run.mjs';

const limit = 300_000;

// The longest first, so that the cores stay busy to the end.
const steps = [
  ['unit tests', bin('vitest'), ['run', '--project', 'unit', '--reporter=dot']],
  // One native program finds both, in a sixth of the time of tsc and ESLint.
  ['types and lint', bin('oxlint'), []],
  ['boundaries', bin('depcruise'), ['shared', 'server', 'miniapp', 'desktop', 'e2e']],
  ['format', bin('prettier'), ['--check', '.', '--cache', '--cache-location', '.cache/prettier']],
  ['unused code', bin('knip'), []],
  [
    'OpenAPI up to date',
    process.execPath,
    ['--import', 'tsx', 'server/src/http/openapiFile.ts', '--check'],
  ],
];

await live(async () => {
  checkNode();
  await install();
  const waiting = [...steps];
  const failed = [];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [title, program, args] = next;
      const { code, output, seconds } = await run(program, args, {
        limit,
        env: { FORCE_COLOR: '0' },
      });
      if (code !== 0) {
        failed.push(title);
        console.log(`\n${output.trim()}\n`);
      }
      console.log(`${code === 0 ? '✓' : '✗'} ${title.padEnd(32)} ${seconds.toFixed(1)} s`);
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, work));
  console.log(failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.join(', ')}.`);
  return failed.length === 0 ? 0 : 1;
});
