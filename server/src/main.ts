import { pino } from 'pino';
import { loadConfig, readEnvironment } from './config';
import { startServer, type RunningServer } from './container';
import { StartError } from './platform/startError';

/** Milliseconds that everything together has to stop. */
const STOP_LIMIT = 10_000;

function fail(error: unknown): never {
  const known = error instanceof StartError;
  process.stderr.write(`${known ? error.message : String((error as Error)?.stack ?? error)}\n`);
  process.exit(1);
}

async function main(): Promise<void> {
  const config = loadConfig(readEnvironment());
  const log = pino({ level: config.logLevel });
  let starting: Promise<RunningServer> | null = null;
  let stopping = false;
  const stop = (code: number) => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(code === 0 ? 1 : code), STOP_LIMIT).unref();
    // A start that is under way is finished first: half-started parts could not be stopped.
    void (starting ?? Promise.resolve(null))
      .then((running) => running?.stop())
      .then(
        () => process.exit(code),
        (error: unknown) => {
          log.error({ err: error }, 'stopping failed');
          process.exit(1);
        },
      );
  };
  process.on('SIGINT', () => stop(0));
  process.on('SIGTERM', () => stop(0));
  process.on('SIGHUP', () => {
    // In a terminal it means that its window was closed.
    if (process.stdin.isTTY) stop(0);
    else void reload();
  });
  const reload = async () => {
    try {
      await (await starting)?.reload(loadConfig(readEnvironment()));
    } catch (error) {
      const known = error instanceof StartError;
      log.error(
        known ? {} : { err: error },
        known ? error.message : 'the settings stay as they were',
      );
    }
  };
  // Whoever started us is gone: nobody is left who could stop us.
  process.on('disconnect', () => stop(0));
  process.on('unhandledRejection', (error) => {
    log.fatal({ err: error }, 'unhandled rejection');
    stop(1);
  });
  starting = startServer(config, log, (error) => {
    log.fatal({ err: error }, 'the database is gone');
    process.stderr.write(`${error.message}\n`);
    stop(1);
  });
  const running = await starting;
  if (process.send) {
    // The script that started us shows the addresses.
    process.send({ type: 'ready', addresses: running.addresses });
    return;
  }
  for (const [name, address] of Object.entries(running.addresses)) {
    process.stdout.write(`${name}: ${address}\n`);
  }
}

main().catch(fail);
