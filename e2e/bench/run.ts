import { consoleBenchmark } from './console';
import { drain } from './drain';
import { miniApp } from './miniApp';
import { holds, line, type Benchmark } from './report';

const benchmarks = { miniapp: miniApp, console: consoleBenchmark, drain } satisfies Record<
  string,
  Benchmark
>;

/** Runs the named benchmarks, or all; 1 when a figure misses its bound. */
async function main(names: string[]): Promise<number> {
  let missed = 0;
  for (const [name, { title, run }] of Object.entries(benchmarks)) {
    if (names.length > 0 && !names.includes(name)) continue;
    console.log(`\n${title}`);
    await run((figures) => {
      for (const figure of figures) console.log(line(figure));
      missed += figures.filter((figure) => !holds(figure)).length;
    });
  }
  console.log(
    missed === 0 ? '\nEvery figure keeps its bound.' : `\n${missed} figures miss theirs.`,
  );
  return missed === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
