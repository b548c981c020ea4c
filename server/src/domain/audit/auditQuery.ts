import type { AuditAction, AuditTarget } from '@tikethet/shared/audit';
import type { Knex } from 'knex';

export interface AuditFilterInput {
  search?: string;
  /** A person, or `desk`. */
  actorId?: string;
  action?: readonly AuditAction[];
  targetType?: AuditTarget;
  /** ISO 8601, the first moment included, the last one not. */
  from?: string;
  to?: string;
}

export interface AuditRow {
  id: string;
  actor_id: string | null;
  action: string;
  target_type: string;
  target_id: string | null;
  before: unknown;
  after: unknown;
  at: Date;
}

/** Where a list goes on: moment and id of the last row. */
export type AuditPlace = [at: string, id: string];

/** Matches looked at per way of matching, newest first. */
const BOUND = 500;
/** People whose names match. */
const PEOPLE = 50;

function toTsQuery(text: string): string | null {
  const words = text.match(/[\p{L}\p{N}]+/gu);
  return words === null ? null : words.map((word) => `${word}:*`).join(' & ');
}

/** Ids of entries that match a person's words: by ticket, by people, by what was before or after. */
function searched(text: string): { sql: string; bindings: Knex.RawBinding[] } {
  const branches: string[] = [];
  const bindings: Knex.RawBinding[] = [];
  const add = (condition: string, value: Knex.RawBinding) => {
    branches.push(
      `(select id from audit_log where ${condition} order by at desc, id desc limit ${BOUND})`,
    );
    bindings.push(value);
  };
  const number = /^#?(\d{1,12})$/.exec(text.trim())?.[1];
  if (number !== undefined) {
    add('target_id in (select id from tickets where number = ?)', number);
  }
  const people = `select id from users where search_name %> ? limit ${PEOPLE}`;
  add(`actor_id in (${people})`, text.toLowerCase());
  add(`target_id in (${people})`, text.toLowerCase());
  const words = toTsQuery(text);
  if (words !== null) add(`search @@ to_tsquery('russian', ?)`, words);
  return { sql: branches.join(' union '), bindings };
}

/**
 * Entries newest first. One definition serves the screen and the file.
 * @param after the place up to which all were given
 */
export async function queryAudit(
  db: Knex,
  filters: AuditFilterInput,
  after: AuditPlace | null,
  limit: number,
): Promise<AuditRow[]> {
  const query = db<AuditRow>('audit_log')
    .select('id', 'actor_id', 'action', 'target_type', 'target_id', 'before', 'after', 'at')
    .orderBy([
      { column: 'at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limit);
  if (filters.actorId === 'desk') query.whereNull('actor_id');
  else if (filters.actorId !== undefined) query.where('actor_id', filters.actorId);
  if (filters.action) query.whereIn('action', [...filters.action]);
  if (filters.targetType !== undefined) query.where('target_type', filters.targetType);
  if (filters.from !== undefined) query.where('at', '>=', filters.from);
  if (filters.to !== undefined) query.where('at', '<', filters.to);
  if (filters.search !== undefined) {
    const found = searched(filters.search);
    query.whereRaw(`id in (${found.sql})`, found.bindings);
  }
  if (after !== null) query.whereRaw('(at, id) < (?, ?)', after);
  return query;
}
