import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A real file system that is soon full. */
export interface SmallDisk {
  folder: string;
  /** Makes room. */
  grow(megabytes: number): void;
  dispose(): void;
}

/** Mounts one in memory; null where that is not allowed (it takes root on Linux). */
export function openSmallDisk(megabytes: number): SmallDisk | null {
  const folder = mkdtempSync(join(tmpdir(), 'tikethet-disk-'));
  const mount = (...words: string[]) => execFileSync('mount', words, { stdio: 'ignore' });
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    mount('-t', 'tmpfs', '-o', `size=${megabytes}m,mode=700`, 'tmpfs', folder);
  } catch {
    remove();
    return null;
  }
  return {
    folder,
    grow: (size) => void mount('-o', `remount,size=${size}m`, folder),
    dispose() {
      execFileSync('umount', ['-l', folder], { stdio: 'ignore' });
      remove();
    },
  };
}
