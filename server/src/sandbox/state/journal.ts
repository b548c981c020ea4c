import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/**
 * An append-only file of JSON lines. Each line is one committed group of records; a torn last line
 * (the process died while writing) is left out on replay, so a group is all or nothing.
 * Written synchronously and not fsynced: it survives the death of the process, not of the machine.
 */
export class Journal<T> {
  private readonly path: string;
  private fd: number | null = null;

  constructor(dir: string) {
    mkdirSync(dir, { recursive: true });
    this.path = join(dir, 'journal.jsonl');
  }

  /** Groups in the order they were appended. */
  read(): T[][] {
    if (!existsSync(this.path)) return [];
    const groups: T[][] = [];
    for (const line of readFileSync(this.path, 'utf8').split('\n')) {
      if (line === '') continue;
      try {
        groups.push(JSON.parse(line) as T[]);
      } catch {
        break;
      }
    }
    return groups;
  }

  /** Replaces the file by a compact one (written beside and renamed) and opens it for appending. */
  start(snapshot: T[]): void {
    const next = `${this.path}.next`;
    const fd = openSync(next, 'w');
    for (const record of snapshot) writeSync(fd, `${JSON.stringify([record])}\n`);
    closeSync(fd);
    renameSync(next, this.path);
    this.fd = openSync(this.path, 'a');
  }

  append(group: T[]): void {
    if (this.fd !== null) writeSync(this.fd, `${JSON.stringify(group)}\n`);
  }

  close(): void {
    if (this.fd !== null) closeSync(this.fd);
    this.fd = null;
  }
}
