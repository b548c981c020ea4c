import { z } from 'zod';

const MARK = 'local:';
const keyset = z.array(z.union([z.string(), z.number()])).max(3);

/** Whether a cursor was given by the replica: the desk would not understand it. */
export function isLocalCursor(cursor: string | undefined): boolean {
  return cursor?.startsWith(MARK) === true;
}

export function encodeLocalCursor(values: readonly (string | number)[]): string {
  return MARK + JSON.stringify(values);
}

/** Null: not one of ours. */
export function decodeLocalCursor(cursor: string): (string | number)[] | null {
  try {
    return keyset.parse(JSON.parse(cursor.slice(MARK.length)));
  } catch {
    return null;
  }
}
