import { since } from './run.mjs';
import { Failure } from './root.mjs';

const tick = 10_000;

/**
 * A long step that shows that it goes on. `work` resolves to a `run` result (or nothing).
 * @throws Failure with the end of the output when the program failed
 */
export async function step(title, work) {
  const started = Date.now();
  console.log(`· ${title} …`);
  const timer = setInterval(() => {
    console.log(`· ${title}: still going, ${Math.round(since(started))} s`);
  }, tick);
  try {
    const result = await work();
    if (result?.code) {
      const tail = result.output.trim().split('\n').slice(-30).join('\n');
      if (tail) console.error(tail);
      const why = result.code === 124 ? 'took too long' : 'failed';
      throw new Failure(`${title} ${why}: see the lines above, mend it and run this again.`);
    }
    console.log(`✓ ${title} (${since(started).toFixed(1)} s)`);
    return result;
  } finally {
    clearInterval(timer);
  }
}
