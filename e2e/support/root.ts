import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A path inside the repository. */
export function at(...parts: string[]): string {
  return path.join(root, ...parts);
}

/** A built file, with the remedy when it is missing. */
export function built(...parts: string[]): string {
  const file = at(...parts);
  if (!existsSync(file)) throw new Error(`${file} is not built: run "npm test" once, or its build`);
  return file;
}
