// `npm start`: installs and builds what is missing, starts the server and stays with it.
import { spawn } from 'node:child_process';
import { build, served } from './lib/builds.mjs';
import { install } from './lib/install.mjs';
import { live, onStop } from './lib/lifeline.mjs';
import { at, checkNode, root } from './lib/root.mjs';
import { killGroup, since } from './lib/run.mjs';

const stopLimit = 25_000;

await live(async () => {
  checkNode();
  await install();
  await build(served);
  return serve();
});

/** Resolves with the server's exit code. */
function serve() {
  const started = Date.now();
  // A process group of its own: Ctrl-C reaches us, and we tell it once. When we are killed the
  // channel closes, which the server takes as the order to stop.
  const server = spawn(process.execPath, ['--enable-source-maps', at('server/dist/main.js')], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: true,
  });
  let asked = false;
  const ended = new Promise((resolve) =>
    server.once('exit', (code, signal) => {
      if (signal && !asked) console.error(`The server was ended by ${signal}: start it again.`);
      resolve(code ?? 1);
    }),
  );
  const takeBack = onStop(async (name) => {
    asked = true;
    killGroup(server, name === 'SIGKILL' ? name : 'SIGTERM');
    const timer = setTimeout(() => killGroup(server, 'SIGKILL'), stopLimit);
    await ended;
    clearTimeout(timer);
  });
  server.on('message', (message) => {
    if (message?.type === 'ready') announce(message.addresses, since(started));
  });
  return ended.finally(takeBack);
}

function announce(addresses, seconds) {
  const width = Math.max(...Object.keys(addresses).map((name) => name.length));
  const lines = Object.entries(addresses).map(([name, url]) => `  ${name.padEnd(width)}  ${url}`);
  console.log(
    ['', `TiketHet is ready (${seconds.toFixed(1)} s)`, ...lines, '  Ctrl-C stops it', ''].join(
      '\n',
    ),
  );
}
