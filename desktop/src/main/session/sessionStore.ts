import { user } from '@tikethet/shared/contracts';
import { z } from 'zod';
import { createJsonFile } from '../../files/jsonFile';
import type { Cipher } from './cipher';
import { contact } from './contact';

const storedSession = z.object({
  serverUrl: z.string(),
  sessionId: z.string(),
  refreshToken: z.string(),
  user,
  contact,
  /** Over, but the desk may still want this device to erase what it keeps: it is asked again. */
  ended: z.enum(['revoked', 'blocked', 'wiped']).optional(),
});
/** What outlives a restart. The access token does not. */
export type StoredSession = z.infer<typeof storedSession>;

const file = z.object({ version: z.literal(1), sealed: z.base64() });

export interface SessionStore {
  readonly storage: Cipher['storage'];
  /** The session kept for this desk, or null. */
  load(serverUrl: string): Promise<StoredSession | null>;
  save(session: StoredSession): Promise<void>;
  clear(): Promise<void>;
}

/** Keeps the session in an encrypted file. A file that cannot be opened counts as none. */
export function createSessionStore(path: string, cipher: Cipher): SessionStore {
  const document = createJsonFile(path, file);
  return {
    storage: cipher.storage,
    async load(serverUrl) {
      const found = await document.read();
      if (found === null) return null;
      try {
        const text = await cipher.decrypt(Buffer.from(found.sealed, 'base64'));
        const session = storedSession.parse(JSON.parse(text));
        // A token is never shown to a desk that did not give it.
        return session.serverUrl === serverUrl ? session : null;
      } catch {
        return null;
      }
    },
    async save(session) {
      const sealed = await cipher.encrypt(JSON.stringify(session));
      await document.write({ version: 1, sealed: sealed.toString('base64') });
    },
    clear: () => document.clear(),
  };
}
