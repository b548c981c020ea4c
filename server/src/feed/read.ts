import type { Knex } from 'knex';
import { AppError } from '@tikethet/shared/errors';
import type { EventType } from '@tikethet/shared/events';
import { EVENT_TYPES } from '@tikethet/shared/events';
import type { Role } from '@tikethet/shared/permissions';
import type { FeedCursor } from './cursor';

/** How many positions one statement may look through, whatever the audience. */
const WINDOW = 5_000;
/** Beyond this many positions behind now, a fresh snapshot is cheaper than replay. */
const MAX_LAG = 200_000;

export interface FeedRow {
  id: string;
  position: number;
  type: string;
  ticketId: string | null;
  actorId: string | null;
  at: Date;
  audience: string[];
  customerAudience: string[];
  hiddenAudience: string[];
  data: unknown;
  customerData: unknown;
}

const COLUMNS = `id, position, type, ticket_id as "ticketId", actor_id as "actorId", at, audience,
  customer_audience as "customerAudience", hidden_audience as "hiddenAudience", data,
  customer_data as "customerData"`;

/** Epoch and newest position. */
export async function feedHead(db: Knex): Promise<FeedCursor> {
  const result = await db.raw<{ rows: FeedCursor[] }>('select epoch, position from desk_state');
  const head = result.rows[0];
  if (head === undefined) throw new Error('desk_state is empty: the desk was never set up');
  return head;
}

/** Every event after a position, for the node's own dispatcher. */
export async function readAll(db: Knex, after: number, limit: number): Promise<FeedRow[]> {
  const result = await db.raw<{ rows: FeedRow[] }>(
    `select ${COLUMNS} from event_log where position > ? order by position limit ?`,
    [after, limit],
  );
  return result.rows;
}

/**
 * @param reader whose rights the feed is read with: since they changed, what was told before is
 *   not what they may see now
 * @throws AppError `cursor_expired` when the feed cannot be continued from there; `details.reason`
 *   is `epoch`, `retention` or `rights_changed`
 */
export async function requireContinuable(
  db: Knex,
  cursor: FeedCursor,
  head: FeedCursor,
  reader: { id: string; role: Role },
): Promise<void> {
  if (cursor.epoch !== head.epoch || cursor.position > head.position) {
    throw new AppError('cursor_expired', { reason: 'epoch' });
  }
  if (head.position - cursor.position > MAX_LAG) {
    throw new AppError('cursor_expired', { reason: 'retention' });
  }
  if (cursor.position === head.position) return;
  // Retention deletes oldest first: when the next position still exists, so do all after it.
  const next = await db.raw<{ rows: unknown[] }>('select 1 from event_log where position = ?', [
    cursor.position + 1,
  ]);
  if (next.rows.length === 0) throw new AppError('cursor_expired', { reason: 'retention' });
  const changed = await db.raw<{ rows: unknown[] }>(
    `select 1 from event_log
     where type = 'account.rights_changed' and position > ?
       and (data @> ? or data @> ?)
     limit 1`,
    [
      cursor.position,
      JSON.stringify({ userId: reader.id }),
      JSON.stringify({ roles: [reader.role] }),
    ],
  );
  if (changed.rows.length > 0) throw new AppError('cursor_expired', { reason: 'rights_changed' });
}

/**
 * Events after a cursor that meet the reader's keys, oldest first.
 * @returns rows, and the position up to which everything was looked at
 */
export async function readFor(
  db: Knex,
  keys: readonly string[],
  after: number,
  head: number,
  limit: number,
): Promise<{ rows: FeedRow[]; position: number }> {
  const rows: FeedRow[] = [];
  let position = after;
  while (rows.length < limit && position < head) {
    const end = Math.min(position + WINDOW, head);
    const wanted = limit - rows.length;
    const result = await db.raw<{ rows: FeedRow[] }>(
      `select ${COLUMNS} from event_log
       where position > ? and position <= ? and type = any(?)
         and (audience && ? or customer_audience && ? or hidden_audience && ?)
       order by position limit ?`,
      [
        position,
        end,
        [...EVENT_TYPES],
        [...keys],
        [...keys],
        [...keys],
        wanted,
      ] as Knex.RawBinding[],
    );
    rows.push(...result.rows);
    position = result.rows.length === wanted ? (result.rows.at(-1)?.position ?? end) : end;
  }
  return { rows, position };
}

/** How a reader with these keys sees an event: as staff, as the customer, only that it is gone. */
export function viewOf(row: FeedRow, keys: ReadonlySet<string>): 'staff' | 'customer' | 'hidden' {
  if (row.audience.some((key) => keys.has(key))) return 'staff';
  if (row.customerAudience.some((key) => keys.has(key))) return 'customer';
  return 'hidden';
}

export function isPublicType(type: string): type is EventType {
  return (EVENT_TYPES as string[]).includes(type);
}
