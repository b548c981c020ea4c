import { spawn } from 'node:child_process';
import { onStop } from './lifeline.mjs';
import { root } from './root.mjs';

const graceful = 5_000;

/**
 * Runs a program to its end in a process group of its own, which ends with us.
 * @param options `limit` milliseconds (default 10 minutes), `env` on top of ours, `cwd`, `show`:
 *   output straight to the terminal, else it is collected
 * @returns {Promise<{ code: number, output: string, seconds: number }>} code 124: out of time
 */
export function run(program, args, options = {}) {
  const { limit = 600_000, env = {}, cwd = root, show = false } = options;
  const started = Date.now();
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
      detached: process.platform !== 'win32',
      shell: process.platform === 'win32' && !program.endsWith('.exe'),
    });
    let output = '';
    let late = false;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => (output += text));
    }
    const exited = new Promise((ended) => child.once('close', ended));
    const end = async (name) => {
      killGroup(child, name);
      const timer = setTimeout(() => killGroup(child, 'SIGKILL'), graceful);
      await exited;
      clearTimeout(timer);
    };
    const takeBack = onStop(end);
    const timer = setTimeout(() => {
      late = true;
      void end('SIGTERM');
    }, limit);
    const finish = (code, more = '') => {
      clearTimeout(timer);
      takeBack();
      resolve({ code: late ? 124 : code, output: output + more, seconds: since(started) });
    };
    child.once('error', (error) => finish(127, error.message));
    child.once('close', (code) => finish(code ?? 1));
  });
}

/** Signals the whole group of a child that was spawned `detached`. */
export function killGroup(child, name) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(name);
    else process.kill(-child.pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** How this run's npm is called: the one that started us, else the one on the PATH. */
export function npm(...args) {
  const cli = process.env.npm_execpath;
  return cli?.endsWith('.js') ? [process.execPath, [cli, ...args]] : ['npm', args];
}

/** Runs a package's program (`node_modules/.bin`). */
export function bin(name) {
  const suffix = process.platform === 'win32' ? '.cmd' : '';
  return `${root}node_modules/.bin/${name}${suffix}`;
}

/** Seconds since a `Date.now()`. */
export function since(started) {
  return (Date.now() - started) / 1000;
}
