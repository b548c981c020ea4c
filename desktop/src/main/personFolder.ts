import { createHash } from 'node:crypto';
import { join } from 'node:path';

/** Where the store of one person at one desk is kept; its name tells nothing of them. */
export function personFolder(root: string, userId: string, serverUrl: string): string {
  const name = createHash('sha256').update(`${userId} ${serverUrl}`).digest('hex').slice(0, 32);
  return join(root, name);
}
