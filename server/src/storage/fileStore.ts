import type { Readable } from 'node:stream';

/** First and last byte, both included. */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * Where files are kept: they are written once, never changed. Keys are made by {@link newFileKey},
 * never taken from names.
 */
export interface FileStore {
  /** A fresh path on this machine for a file in the making; `put` or remove it. */
  stage(): Promise<string>;
  /** Takes over a staged file; it is durable when this resolves. */
  put(key: string, stagedPath: string): Promise<void>;
  /**
   * Reads a file or a part of it.
   * @returns null when there is no such file
   */
  read(key: string, range?: ByteRange): Promise<Readable | null>;
  /** Removing what is not there is no error. */
  remove(key: string): Promise<void>;
}
