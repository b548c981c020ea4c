import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoreState } from '../../bridge';
import { openFileBox, type FileBox, type SendFile } from '../outbox/fileBox';
import { openOutboxDatabase } from '../outbox/openOutbox';
import { OUTBOX_MIGRATIONS } from '../outbox/outboxSchema';
import { openOwnChanges, type OwnChanges } from '../outbox/ownChanges';
import { openQueue, type Queue } from '../outbox/queue';
import { openDatabase, type Database } from './database';
import { openReplica, storeProblem } from './openStore';
import { createReplica, type Replica } from './replica';
import { THUMBNAIL_FOLDER } from './thumbnailName';
import { REPLICA_MIGRATIONS } from './replicaSchema';

/** Everything that the console keeps of one person at one desk. */
export interface PersonStore {
  replica: Replica;
  queue: Queue;
  files: FileBox;
  own: OwnChanges;
  /** Where small pictures are kept; null: nowhere. */
  thumbnailFolder: string | null;
  /** A file was damaged and has been put aside. */
  damaged: boolean;
  close(): void;
}

export type OpenedStore =
  { ok: true; store: PersonStore } | { ok: false; problem: NonNullable<StoreState['problem']> };

/**
 * Opens a person's store in a folder of its own.
 * @param send how a file reaches the desk
 * @param damaged the replica was found damaged while it was used: opening it again mends it
 */
export function openPersonStore(folder: string, send: SendFile, damaged: () => void): OpenedStore {
  const opened: Database[] = [];
  try {
    const outbox = openOutboxDatabase(folder);
    opened.push(outbox.database);
    const queue = openQueue(outbox.database);
    const files = openFileBox(join(folder, 'files'), outbox.database, send);
    const { replica, damaged: begunAnew } = openReplica(folder, damaged);
    opened.push(replica.database);
    return {
      ok: true,
      store: {
        replica,
        queue,
        files,
        own: openOwnChanges(outbox.database, () => new Date()),
        thumbnailFolder: join(folder, THUMBNAIL_FOLDER),
        damaged: begunAnew || outbox.rescued,
        close: () => opened.forEach((database) => database.close()),
      },
    };
  } catch (error) {
    for (const database of opened) database.close();
    return { ok: false, problem: storeProblem(error) ?? 'unusable' };
  }
}

/**
 * A store that lasts as long as the program: for a folder that cannot be used. The console then
 * works with a network, and says that nothing is kept.
 */
export function openPassingStore(send: SendFile): PersonStore {
  const folder = mkdtempSync(join(tmpdir(), 'tikethet-'));
  const outbox = openDatabase(':memory:', { durability: 'normal', migrations: OUTBOX_MIGRATIONS });
  const memory = openDatabase(':memory:', { durability: 'normal', migrations: REPLICA_MIGRATIONS });
  return {
    replica: createReplica(memory),
    queue: openQueue(outbox),
    files: openFileBox(folder, outbox, send),
    own: openOwnChanges(outbox, () => new Date()),
    thumbnailFolder: null,
    damaged: false,
    close() {
      outbox.close();
      memory.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
