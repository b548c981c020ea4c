import { randomBytes } from 'node:crypto';

const SHAPE = /^[0-9a-f]{40}$/;

/** A new, unguessable name for a stored file. */
export function newFileKey(): string {
  return randomBytes(20).toString('hex');
}

/** A defect elsewhere must not become a path: anything but our own keys is refused. */
export function requireFileKey(key: string): void {
  if (!SHAPE.test(key)) throw new Error('Not a key of a stored file');
}
