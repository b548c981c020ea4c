import { AppError } from '@tikethet/shared/errors';
import { z } from 'zod';

export interface FeedCursor {
  /** Restoring a backup starts a new epoch, whose positions mean something else. */
  epoch: string;
  position: number;
}

const parts = z.tuple([z.uuid(), z.string().regex(/^\d{1,15}$/)]);

/** Opaque to clients. */
export function encodeFeedCursor(cursor: FeedCursor): string {
  return Buffer.from(`${cursor.epoch}.${cursor.position}`).toString('base64url');
}

/** @throws AppError `invalid_cursor` when it is not one of ours */
export function decodeFeedCursor(text: string): FeedCursor {
  const parsed = parts.safeParse(Buffer.from(text, 'base64url').toString('utf8').split('.'));
  if (!parsed.success) throw new AppError('invalid_cursor');
  return { epoch: parsed.data[0], position: Number(parsed.data[1]) };
}
