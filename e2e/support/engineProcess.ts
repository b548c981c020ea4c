// Runs in Electron's Node: gives the built sync engine the port that a utilityProcess would.
// Started by `syncConsole.ts` with the engine's file as its argument.
/** Milliseconds by which the clock of this console's computer is wrong. */
const wrong = Number(process.env.TIKETHET_TEST_CLOCK ?? 0);
if (wrong !== 0) {
  const { now } = Date;
  Date.now = () => now() + wrong;
  globalThis.Date = new Proxy(Date, {
    construct: (target, given: []) =>
      given.length > 0 ? new target(...given) : new target(target.now()),
  });
}

const listeners: ((event: { data: unknown }) => void)[] = [];
/** What came before the engine listened. */
let early: unknown[] = [];

Object.assign(process, {
  parentPort: {
    on: (_name: 'message', listener: (event: { data: unknown }) => void) => {
      listeners.push(listener);
      for (const data of early) listener({ data });
      early = [];
    },
    postMessage: (message: unknown) => process.send?.(message),
  },
});
process.on('message', (data) => {
  if (listeners.length === 0) early.push(data);
  for (const listener of listeners) listener({ data });
});
// Whoever started it is gone.
process.on('disconnect', () => process.exit(1));

await import(process.argv[2] ?? '');
export {};
