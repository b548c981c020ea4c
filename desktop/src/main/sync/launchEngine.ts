import os from 'node:os';
import { utilityProcess, type UtilityProcess } from 'electron';
import type { Launch } from './syncHost';

/** Where there is too little processor for both, what is on screen goes before what is kept and sent. */
function yieldToWindows(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    os.setPriority(pid, os.constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // A system that refuses it shares as it likes.
  }
}

/**
 * Runs the sync engine in a process of its own, so that the local store's synchronous work never
 * stalls windows. The first process is begun at once: it takes as long to start as the rest of main
 * to learn who is signed in.
 * @param entry the built engine, `out/main/sync.js`
 */
export function engineLauncher(entry: string): Launch {
  const fork = (): UtilityProcess => {
    const child = utilityProcess.fork(entry, [], {
      serviceName: 'TiketHet sync',
      stdio: 'inherit',
    });
    child.once('spawn', () => yieldToWindows(child.pid));
    return child;
  };
  let early: UtilityProcess | null = fork();
  early.once('exit', () => (early = null));
  return (on) => {
    const child = early ?? fork();
    early = null;
    child.on('message', (value: unknown) => on.message(value));
    child.once('exit', (code) => on.exited(code));
    return { send: (message) => child.postMessage(message), kill: () => void child.kill() };
  };
}
