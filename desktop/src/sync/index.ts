import { serveEngine } from './serve';

/** What a utilityProcess has in place of `process.send`; plain Node has it not. */
interface ParentPort {
  on(name: 'message', listener: (event: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

const { parentPort } = process as NodeJS.Process & { parentPort?: ParentPort };
if (parentPort === undefined) throw new Error('The sync engine runs in an Electron utilityProcess');

serveEngine({
  send: (message) => parentPort.postMessage(message),
  onMessage: (listener) => parentPort.on('message', (event) => listener(event.data)),
  end: () => process.exit(1),
});
