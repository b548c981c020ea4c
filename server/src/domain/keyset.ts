import { AppError } from '@tikethet/shared/errors';
import { z } from 'zod';

/** A list's cursor: the sort values of the last row, opaque to clients. */
export function encodeKeyset(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** @throws AppError `invalid_cursor` when it is not of the list's shape */
export function decodeKeyset<T>(text: string, shape: z.ZodType<T>): T {
  try {
    return shape.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    throw new AppError('invalid_cursor');
  }
}
