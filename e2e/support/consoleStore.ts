import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Files of what a console keeps in its folder; none before somebody has signed in. */
export function storeFiles(userData: string): string[] {
  const root = path.join(userData, 'store');
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(root, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true);
}

/** The replica says `whole` in its table of facts once the last page was read. */
export function isWhole(userData: string): boolean {
  return storeFiles(userData)
    .filter((file) => /replica\.db(-wal)?$/.test(file))
    .some((file) => readFileSync(file).includes('whole1'));
}
