import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildOpenApi } from './openapi';

/** Writes `server/openapi.json`; with `--check` only says whether it is up to date. */
const file = fileURLToPath(new URL('../../openapi.json', import.meta.url));
const text = `${JSON.stringify(buildOpenApi(), null, 2)}\n`;

if (!process.argv.includes('--check')) {
  writeFileSync(file, text);
} else if (readFileSync(file, 'utf8') !== text) {
  process.stderr.write('server/openapi.json is out of date: run npm run openapi.\n');
  process.exitCode = 1;
}
