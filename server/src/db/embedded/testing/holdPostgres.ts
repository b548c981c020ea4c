// A program for the tests: supervises the folder's Postgres until it is killed, printing its url.
import { setInterval } from 'node:timers';
import { startEmbeddedPostgres } from '../startEmbeddedPostgres';

const ignore = () => undefined;
const { url } = await startEmbeddedPostgres({
  dataDir: process.argv[2] ?? '',
  log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
});
process.stdout.write(`${url}\n`);
setInterval(ignore, 60_000);
