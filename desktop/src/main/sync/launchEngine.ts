import { utilityProcess, type UtilityProcess } from 'electron';
import type { Launch } from './syncHost';

/**
 * Runs the sync engine in a process of its own, so that the local store's synchronous work never
 * stalls windows. The first process is begun at once: it takes as long to start as the rest of main
 * to learn who is signed in.
 * @param entry the built engine, `out/main/sync.js`
 */
export function engineLauncher(entry: string): Launch {
  const fork = (): UtilityProcess =>
    utilityProcess.fork(entry, [], { serviceName: 'TiketHet sync', stdio: 'inherit' });
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
