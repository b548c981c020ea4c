import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** A path inside the repository. */
export const at = (...parts) => path.join(root, ...parts);

/** What a person can mend; the message is one sentence and printed alone. */
export class Failure extends Error {}

const wanted = [20, 19];

/** @throws Failure when this Node is too old */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major > wanted[0] || (major === wanted[0] && minor >= wanted[1])) return;
  throw new Failure(
    `TiketHet needs Node ${wanted.join('.')} or newer and this is ${version}: ` +
      'install a current Node from nodejs.org, then run the command again.',
  );
}
