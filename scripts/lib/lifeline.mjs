import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Failure } from './root.mjs';

const checkEvery = 500;
const stoppers = new Set();
let stopping = false;

/**
 * Runs a script's work and ends the process with its exit code. Ctrl-C, SIGTERM, a closed
 * terminal and the death of npm (which passes nothing on) run what `onStop` registered first.
 */
export async function live(work) {
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => void stop(name));
  // A closed pipe behind us (`npm start | head`) must not cut the stopping short.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  watchParents();
  try {
    const code = await work();
    if (!stopping) await end(code ?? 0);
  } catch (error) {
    if (stopping) return;
    console.error(error instanceof Failure ? error.message : error);
    await end(1);
  }
}

/** Registers what must happen before the script ends; returns a function that takes it back. */
export function onStop(stopper) {
  stoppers.add(stopper);
  return () => stoppers.delete(stopper);
}

async function end(code) {
  await Promise.allSettled([...stoppers].map((stopper) => stopper('SIGTERM')));
  process.exit(code);
}

async function stop(name) {
  const again = stopping;
  stopping = true;
  // A second Ctrl-C means: now.
  const asked = [...stoppers].map((stopper) => stopper(again ? 'SIGKILL' : name));
  if (again) return;
  await Promise.allSettled(asked);
  process.exit(name === 'SIGINT' ? 130 : 143);
}

function watchParents() {
  // Somebody who starts the script itself (`nohup node scripts/start.mjs &`) may well leave.
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  // npm starts scripts through a shell, which may stay between npm and us.
  const above = isShell(parent) ? parentOf(parent) : null;
  const timer = setInterval(() => {
    if (process.ppid === parent && (above === null || isAlive(above))) return;
    clearInterval(timer);
    void stop('SIGTERM');
  }, checkEvery);
  timer.unref();
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function isShell(pid) {
  return /sh$/.test(ps(pid, 'comm'));
}

function parentOf(pid) {
  const above = Number(ps(pid, 'ppid'));
  return above > 1 ? above : null;
}

/** A field of a process; empty where it cannot be known (Windows, a bare container). */
function ps(pid, field) {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const close = stat.lastIndexOf(')');
      return field === 'comm'
        ? stat.slice(stat.indexOf('(') + 1, close)
        : stat.slice(close + 2).split(' ')[1];
    }
    return execFileSync('ps', ['-o', `${field}=`, '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}
