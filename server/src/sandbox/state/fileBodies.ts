import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Bodies of uploaded files by their `file_path`, in a folder or, with null, in memory. */
export class FileBodies {
  private readonly memory = new Map<string, Buffer>();
  private readonly root: string | null;

  constructor(dir: string | null) {
    this.root = dir === null ? null : join(dir, 'files');
  }

  put(path: string, body: Buffer): void {
    if (this.root === null) {
      this.memory.set(path, body);
      return;
    }
    const full = join(this.root, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, body);
  }

  /** The caller passes only paths that the store has issued, never one from a request. */
  get(path: string): Buffer | undefined {
    if (this.root === null) return this.memory.get(path);
    const full = join(this.root, path);
    return existsSync(full) ? readFileSync(full) : undefined;
  }
}
