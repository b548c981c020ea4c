import { existsSync, readFileSync } from 'node:fs';
import { at } from './root.mjs';
import { npm, run } from './run.mjs';
import { step } from './step.mjs';

/** Installs the packages when what is installed is not what the lockfile says. */
export async function install() {
  if (isInstalled()) return;
  await step('Installing packages', () =>
    run(...npm('ci', '--no-audit', '--no-fund', '--loglevel=error'), { limit: 900_000 }),
  );
}

function isInstalled() {
  const record = at('node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = readPackages(at('package-lock.json'));
  const found = readPackages(record);
  return Object.entries(wanted).every(([place, entry]) => {
    if (!place.includes('node_modules/')) return true;
    const there = found[place];
    // Other platforms' packages are never there.
    if (there === undefined) return Boolean(entry.optional || entry.devOptional);
    return there.version === entry.version && there.integrity === entry.integrity;
  });
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}
