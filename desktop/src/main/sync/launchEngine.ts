import { utilityProcess } from 'electron';
import type { Launch } from './syncHost';

/**
 * Runs the sync engine in a process of its own, so that the local store's synchronous work never
 * stalls windows.
 * @param entry the built engine, `out/main/sync.js`
 */
export function engineLauncher(entry: string): Launch {
  return (on) => {
    const child = utilityProcess.fork(entry, [], {
      serviceName: 'TiketHet sync',
      stdio: 'inherit',
    });
    child.on('message', (value: unknown) => on.message(value));
    child.once('exit', (code) => on.exited(code));
    return { send: (message) => child.postMessage(message), kill: () => void child.kill() };
  };
}
