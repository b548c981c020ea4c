import type { Database } from './database';

/** Milliseconds of 2020-01-01: numbers then stay exact in a double for centuries. */
const START = 1_577_836_800_000;
const PER_MILLISECOND = 1_024;

/**
 * A free number for a ticket (even) or message (odd): the newer it is, the higher.
 * @param at ISO 8601
 */
export function freeDoc(database: Database, table: 'tickets' | 'messages', at: string): number {
  const ms = Math.max(0, Date.parse(at) - START);
  const first = ms * PER_MILLISECOND * 2 + (table === 'messages' ? 1 : 0);
  const last = database.get<{ doc: number | null }>(
    `select max(doc) as doc from ${table} where doc >= ? and doc < ?`,
    first,
    first + PER_MILLISECOND * 2,
  );
  return typeof last?.doc === 'number' ? last.doc + 2 : first;
}
