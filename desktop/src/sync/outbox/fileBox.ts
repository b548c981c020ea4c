import { attachment, type Attachment } from '@tikethet/shared/contracts';
import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../../bridge';
import { fail } from '../../ipc/result';
import type { Database } from '../store/database';
import { ownFolder } from '../store/openStore';
import type { OutgoingFile } from '../upload';

/** Sends one file; `key` makes a repetition the same file. */
export type SendFile = (
  file: OutgoingFile,
  key: string,
  onProgress: (share: number) => void,
) => Promise<Result<Attachment>>;

/** Files on their way to the desk: copied here first, sent when it can be reached. */
export interface FileBox {
  /** Copies a file; it is on disk when this returns. @throws when the disk refuses */
  keep(file: OutgoingFile): Attachment;
  /** The desk's own name of a file that was kept here, or of one that never was. Null: not sent. */
  remoteId(id: string): string | null;
  isKept(id: string): boolean;
  /** A kept file as a message shows it. */
  describe(id: string): Attachment | null;
  /** Sends it, unless the desk has it. */
  send(id: string, onProgress: (share: number) => void): Promise<Result<Attachment>>;
  /** The desk has thrown it away unused: it will be sent anew. */
  lost(id: string): void;
  /** No message wants it any more. */
  drop(id: string): void;
  /** Removes copies that no message names and that were kept before this moment (ISO 8601). */
  clean(named: ReadonlySet<string>, before: string): void;
}

interface FileRow {
  id: string;
  name: string;
  type: string;
  size: number;
  sha256: string;
  round: number;
  answer: string | null;
}

function kindOf(type: string): Attachment['kind'] {
  if (type.startsWith('image/')) return 'IMAGE';
  if (type.startsWith('audio/')) return 'AUDIO';
  return type.startsWith('video/') ? 'VIDEO' : 'FILE';
}

/** The path under which the console's own windows find a file that waits here. */
export function localFilePath(id: string): string {
  return `/local/files/${id}`;
}

function described({ id, name, type, size }: Pick<FileRow, 'id' | 'name' | 'type' | 'size'>) {
  const kind = kindOf(type);
  return {
    id,
    fileName: name,
    size,
    contentType: type,
    kind,
    state: 'READY',
    width: null,
    height: null,
    url: localFilePath(id),
    thumbnailUrl: kind === 'IMAGE' ? localFilePath(id) : null,
  } satisfies Attachment;
}

function writeDurably(path: string, bytes: Uint8Array): void {
  const draft = `${path}.tmp`;
  try {
    const file = openSync(draft, 'w', 0o600);
    try {
      for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, path);
  } catch (error) {
    // On a full disk half a copy would only be in the way.
    rmSync(draft, { force: true });
    throw error;
  }
}

export function openFileBox(folder: string, database: Database, send: SendFile): FileBox {
  ownFolder(folder);
  const sending = new Map<string, Promise<Result<Attachment>>>();

  const rowOf = (id: string) =>
    database.get<FileRow>('select * from files where id = ?', id) ?? null;
  const pathOf = (id: string) => join(folder, id);

  function answered(row: FileRow): Attachment | null {
    const parsed = attachment.safeParse(row.answer === null ? null : JSON.parse(row.answer));
    return parsed.success ? parsed.data : null;
  }

  async function sendNow(
    row: FileRow,
    onProgress: (share: number) => void,
  ): Promise<Result<Attachment>> {
    if (!existsSync(pathOf(row.id))) return fail('not_found', 0, { file: row.name });
    const bytes = readFileSync(pathOf(row.id));
    const digest = createHash('sha256').update(bytes).digest('hex');
    if (digest !== row.sha256) return fail('internal', 0, { reason: 'damaged', file: row.name });
    const file = { name: row.name, type: row.type, bytes };
    const result = await send(file, `${row.id}:${row.round}`, onProgress);
    if (result.ok) {
      const answer = JSON.stringify(result.value);
      database.run('update files set answer = ? where id = ?', answer, row.id);
    }
    return result;
  }

  return {
    keep(file) {
      const id = randomUUID();
      writeDurably(pathOf(id), file.bytes);
      const size = file.bytes.length;
      const type = file.type || 'application/octet-stream';
      database.run(
        'insert into files (id, name, type, size, sha256, at) values (?, ?, ?, ?, ?, ?)',
        id,
        file.name,
        type,
        size,
        createHash('sha256').update(file.bytes).digest('hex'),
        new Date().toISOString(),
      );
      return described({ id, name: file.name, type, size });
    },
    remoteId(id) {
      const row = rowOf(id);
      return row === null ? id : (answered(row)?.id ?? null);
    },
    isKept: (id) => rowOf(id) !== null,
    describe(id) {
      const row = rowOf(id);
      return row === null ? null : (answered(row) ?? described(row));
    },
    async send(id, onProgress) {
      const row = rowOf(id);
      if (row === null) return fail('not_found', 0, { file: id });
      const known = answered(row);
      if (known !== null) return { ok: true, value: known };
      const under = sending.get(id) ?? sendNow(row, onProgress).finally(() => sending.delete(id));
      sending.set(id, under);
      return under;
    },
    lost(id) {
      database.run('update files set answer = null, round = round + 1 where id = ?', id);
    },
    drop(id) {
      database.run('delete from files where id = ?', id);
      rmSync(pathOf(id), { force: true });
    },
    clean(named, before) {
      const rows = database.all<{ id: string; at: string }>('select id, at from files');
      for (const { id, at } of rows) {
        if (at < before && !named.has(id)) this.drop(id);
      }
      const known = new Set(rows.map(({ id }) => id));
      for (const name of readdirSync(folder)) {
        // A copy whose row was never written: the program ended in between.
        if (!known.has(name)) rmSync(pathOf(name), { force: true, recursive: true });
      }
    },
  };
}
