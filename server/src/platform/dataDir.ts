import { randomBytes } from 'node:crypto';
import { accessSync, constants, linkSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Secret } from './secret';
import { StartError } from './startError';

const reasons: Record<string, string> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of the path is a file',
  EEXIST: 'it is a file',
};

/** The system's error code (`ENOENT`, …) of a caught value, or null. */
export function errorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : null;
}

/** A StartError for a data folder that cannot be written; names the path and the remedy. */
export function notWritable(dir: string, error: unknown): StartError {
  const code = errorCode(error);
  const reason = (code && reasons[code]) ?? (error instanceof Error ? error.message : 'unknown');
  return new StartError(
    `The data folder ${dir} cannot be written (${reason}): ` +
      'make it writable or set DATA_DIR to another folder.',
    { cause: error },
  );
}

/**
 * Makes the folder when it is missing and checks that it can be written. 0711: other users may
 * pass through (the database runs as another user when we are root) but not look around.
 * @throws StartError naming the path
 */
export function ensureDataDir(dir: string): void {
  try {
    mkdirSync(dir, { recursive: true, mode: 0o711 });
    accessSync(dir, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw notWritable(dir, error);
  }
}

/**
 * The secret kept in `<dir>/<name>` (mode 0600), made on first use: 48 random bytes, base64url.
 * Two processes that start together get the same one.
 * @throws StartError when the folder cannot be written or the file read
 */
export function keptSecret(dir: string, name: string): Secret {
  ensureDataDir(dir);
  const file = path.join(dir, name);
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    const known = readIfThere(file);
    if (known) return new Secret(known);
    writeFileSync(draft, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600 });
    try {
      // link, not rename: it fails when somebody else was first, whose secret then counts.
      linkSync(draft, file);
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    } finally {
      rmSync(draft, { force: true });
    }
    return new Secret(readFileSync(file, 'utf8').trim());
  } catch (error) {
    throw notWritable(dir, error);
  }
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim() || null;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
