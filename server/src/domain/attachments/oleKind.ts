import { open } from 'node:fs/promises';

const FREE = 0xfffffffa;
/** Directory sectors looked at at most: far more than Word or Excel write. */
const MOST_SECTORS = 256;
const ENTRY = 128;

/**
 * Whether a compound file (the container of Office 97–2003, and of Windows installers) is a Word
 * or an Excel document: by the streams in its root directory, [MS-CFB] 2.6.
 */
export async function oleKind(path: string): Promise<'doc' | 'xls' | null> {
  const file = await open(path, 'r');
  try {
    const readAt = async (position: number, length: number): Promise<Buffer> => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
      return buffer.subarray(0, bytesRead);
    };
    const header = await readAt(0, 512);
    if (header.length < 512) return null;
    const shift = header.readUInt16LE(30);
    if (shift !== 9 && shift !== 12) return null;
    const size = 1 << shift;
    const sector = (id: number) => readAt((id + 1) * size, size);

    /** The next sector of a chain, from the allocation table. */
    const after = async (id: number): Promise<number> => {
      const perTable = size / 4;
      const table = Math.floor(id / perTable);
      // Tables past the first 109 are listed elsewhere; a directory is never that far behind.
      if (table >= 109) return FREE;
      const entries = await sector(header.readUInt32LE(76 + table * 4));
      const at = (id % perTable) * 4;
      return at + 4 <= entries.length ? entries.readUInt32LE(at) : FREE;
    };

    let id = header.readUInt32LE(48);
    for (let count = 0; id < FREE && count < MOST_SECTORS; count += 1) {
      const kind = kindOf(await sector(id));
      if (kind !== null) return kind;
      id = await after(id);
    }
    return null;
  } finally {
    await file.close();
  }
}

function kindOf(directory: Buffer): 'doc' | 'xls' | null {
  for (let at = 0; at + ENTRY <= directory.length; at += ENTRY) {
    const length = Math.min(directory.readUInt16LE(at + 64), 64);
    const name = directory.toString('utf16le', at, at + Math.max(0, length - 2));
    if (name === 'WordDocument') return 'doc';
    if (name === 'Workbook' || name === 'Book') return 'xls';
  }
  return null;
}
