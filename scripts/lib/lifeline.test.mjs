import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from 'vitest';
import { fileURLToPath } from 'node:url';

const lifeline = fileURLToPath(new URL('./lifeline.mjs', import.meta.url));
const script = `
  const { live, onStop } = await import(${JSON.stringify(lifeline)});
  await live(() => new Promise(() => {
    onStop(async (name) => console.log('stopped by ' + name));
    setInterval(() => undefined, 1000);
    console.log('pid ' + process.pid);
  }));`;

let child;
afterEach(() => child.kill('SIGKILL'));

/** Starts the script below a shell, as npm does; resolves with its lines and its own pid. */
async function start(env) {
  child = spawn(
    '/bin/sh',
    ['-c', '"$0" --input-type=module -e "$1"; true', process.execPath, script],
    {
      env: { ...process.env, npm_lifecycle_event: undefined, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const first = await lines.next();
  return { pid: Number(first.value.split(' ')[1]), next: async () => (await lines.next()).value };
}

describe.runIf(process.platform !== 'win32')('live', () => {
  it('stops what was started and ends with the code of the signal', async () => {
    const { pid, next } = await start({});
    process.kill(pid, 'SIGTERM');
    expect(await next()).toBe('stopped by SIGTERM');
    await once(child, 'close');
  });

  it('notices that npm is gone', async () => {
    const { next } = await start({ npm_lifecycle_event: 'start' });
    child.kill('SIGKILL');
    expect(await next()).toBe('stopped by SIGTERM');
  });

  it('ends with 1 and one sentence when the work fails', async () => {
    const failing = `
      const { live } = await import(${JSON.stringify(lifeline)});
      const { Failure } = await import(${JSON.stringify(lifeline.replace('lifeline', 'root'))});
      await live(() => Promise.reject(new Failure('Do this.')));`;
    child = spawn(process.execPath, ['--input-type=module', '-e', failing]);
    let said = '';
    child.stderr.on('data', (text) => (said += text));
    expect((await once(child, 'close'))[0]).toBe(1);
    expect(said).toBe('Do this.\n');
  });
});
