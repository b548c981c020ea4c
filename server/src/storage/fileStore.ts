import type { Readable } from 'node:stream';

/** First and last byte, both included. */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * Where files are kept: they are written once, never changed. Keys are made by `newFileKey`, never
 * taken from names.
 */
export interface FileStore {
  /** A fresh path on this machine for a file in the making: `put` it or `discard` it. */
  stage(): Promise<string>;
  /** Takes over a staged file; it is durable when this resolves. */
  put(key: string, stagedPath: string): Promise<void>;
  /** Removes a staged file that is not wanted; one that is gone already is no error. */
  discard(stagedPath: string): Promise<void>;
  /** Bytes; null when there is no such file. */
  size(key: string): Promise<number | null>;
  /** Reads a file or a part of it; fails on the stream when there is no such file. */
  read(key: string, range?: ByteRange): Readable;
  /** One that is gone already is no error. */
  remove(key: string): Promise<void>;
}
