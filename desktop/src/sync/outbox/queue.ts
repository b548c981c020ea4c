import { operations, type OperationId } from '@tikethet/shared/contracts';
import { z } from 'zod';
import type { BridgeError } from '../../bridge';
import { isBridgeCode } from '../../ipc/result';
import type { Database } from '../store/database';

/** What a command is about, as a person would name it. */
export interface Subject {
  number: number;
  title: string;
}

/** A command on disk. */
export interface QueuedRow {
  key: string;
  lane: string;
  place: number;
  operation: OperationId;
  input: Record<string, unknown>;
  subject: Subject | null;
  held: boolean;
  /** Why it is held, or why the last try failed. */
  problem: BridgeError | null;
  /** ISO 8601: when the person acted. */
  at: string;
  sentAt: string | null;
  /** When an own reply, sent before it, changed the ticket at the desk (the desk's time). */
  ownAt: string | null;
  /** ISO 8601: not sent before. */
  dueAt: string | null;
}

/** The commands on disk and, for speed, in memory: both always say the same. */
export interface Queue {
  find(key: string): QueuedRow | null;
  /** All, oldest first. */
  all(): readonly QueuedRow[];
  size(): number;
  /** How many wait for a person. */
  heldSize(): number;
  /** Lanes that hold commands. */
  lanes(): Iterable<string>;
  /** The commands of a lane, in order. */
  lane(lane: string): readonly QueuedRow[];
  /** On disk when it returns. `before`: takes the place right before that command. */
  add(row: Omit<QueuedRow, 'place'>, before?: QueuedRow): QueuedRow;
  change(key: string, change: Partial<Pick<QueuedRow, ChangeableColumn>>): void;
  /** These go out now: since then the desk may have them. What went out before keeps its moment. */
  sent(rows: readonly QueuedRow[], at: string): void;
  /** Several changes in one flush. */
  together(work: () => void): void;
  remove(key: string): void;
}

type ChangeableColumn = 'input' | 'held' | 'problem' | 'sentAt' | 'ownAt' | 'dueAt';

const columns = z.object({
  key: z.string(),
  lane: z.string(),
  place: z.number(),
  operation: z.custom<OperationId>((id) => typeof id === 'string' && Object.hasOwn(operations, id)),
  input: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(z.record(z.string(), z.unknown())),
  subject: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(z.object({ number: z.number(), title: z.string() }))
    .nullable(),
  held: z.number().transform((held) => held === 1),
  problem: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(
      z.object({
        code: z.custom<BridgeError['code']>(isBridgeCode),
        status: z.number(),
        details: z.record(z.string(), z.unknown()),
      }),
    )
    .nullable()
    .catch(null),
  at: z.string(),
  sent_at: z.string().nullable(),
  own_at: z.string().nullable(),
  due_at: z.string().nullable(),
});

function json(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}

function same(a: unknown, b: unknown): boolean {
  return Object.is(a, b) || JSON.stringify(a) === JSON.stringify(b);
}

/** Where a row of this place belongs among rows in order: after those of the same place. */
function indexAfter(rows: readonly QueuedRow[], place: number): number {
  let [from, to] = [0, rows.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((rows[middle]?.place ?? 0) <= place) from = middle + 1;
    else to = middle;
  }
  return from;
}

function insert(rows: QueuedRow[], row: QueuedRow): void {
  rows.splice(indexAfter(rows, row.place), 0, row);
}

function take(rows: QueuedRow[], row: QueuedRow): void {
  rows.splice(rows.lastIndexOf(row, indexAfter(rows, row.place) - 1), 1);
}

/** @throws when the file holds what this version cannot read: nothing of it is thrown away */
export function openQueue(database: Database): Queue {
  const byKey = new Map<string, QueuedRow>();
  const byLane = new Map<string, QueuedRow[]>();
  /** Kept in order: thousands may wait, and each that leaves is told of. */
  const inOrder: QueuedRow[] = [];
  let held = 0;

  function place(row: QueuedRow): void {
    byKey.set(row.key, row);
    const lane = byLane.get(row.lane) ?? [];
    insert(lane, row);
    byLane.set(row.lane, lane);
    insert(inOrder, row);
    if (row.held) held += 1;
  }

  function read(): void {
    byKey.clear();
    byLane.clear();
    inOrder.length = 0;
    held = 0;
    for (const found of database.all('select * from commands order by place')) {
      const { sent_at: sentAt, own_at: ownAt, due_at: dueAt, ...row } = columns.parse(found);
      place({ ...row, sentAt, ownAt, dueAt });
    }
  }
  read();
  let last = Math.max(0, inOrder.at(-1)?.place ?? 0);

  function placeBefore(row: QueuedRow): number {
    const lane = byLane.get(row.lane) ?? [];
    const former = lane[lane.indexOf(row) - 1];
    return former === undefined ? row.place - 1 : (former.place + row.place) / 2;
  }

  return {
    find: (key) => byKey.get(key) ?? null,
    all: () => inOrder,
    size: () => byKey.size,
    heldSize: () => held,
    lanes: () => byLane.keys(),
    lane: (lane) => byLane.get(lane) ?? [],
    add(given, before) {
      const row = { ...given, place: before === undefined ? last + 1 : placeBefore(before) };
      database.run(
        `insert into commands
           (key, lane, place, operation, input, subject, held, problem, at, sent_at, own_at,
            due_at)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        row.key,
        row.lane,
        row.place,
        row.operation,
        JSON.stringify(row.input),
        json(row.subject),
        row.held ? 1 : 0,
        json(row.problem),
        row.at,
        row.sentAt,
        row.ownAt,
        row.dueAt,
      );
      last = Math.max(last, row.place);
      place(row);
      return row;
    },
    change(key, change) {
      const row = byKey.get(key);
      if (row === undefined) return;
      const names = Object.keys(change) as ChangeableColumn[];
      if (names.every((name) => same(change[name], row[name]))) return;
      const next = { ...row, ...change };
      database.run(
        `update commands set input = ?, held = ?, problem = ?, sent_at = ?, own_at = ?, due_at = ?
         where key = ?`,
        JSON.stringify(next.input),
        next.held ? 1 : 0,
        json(next.problem),
        next.sentAt,
        next.ownAt,
        next.dueAt,
        key,
      );
      held += Number(next.held) - Number(row.held);
      Object.assign(row, change);
    },
    sent(rows, at) {
      const first = rows.filter(({ sentAt }) => sentAt === null);
      if (first.length === 0) return;
      database.run(
        'update commands set sent_at = ? where key in (select value from json_each(?))',
        at,
        JSON.stringify(first.map(({ key }) => key)),
      );
      for (const row of first) row.sentAt = at;
    },
    together(work) {
      try {
        database.transaction(work);
      } catch (error) {
        // The disk has taken none of it: what was changed here already is not so.
        read();
        throw error;
      }
    },
    remove(key) {
      const row = byKey.get(key);
      if (row === undefined) return;
      database.run('delete from commands where key = ?', key);
      byKey.delete(key);
      const lane = byLane.get(row.lane) ?? [];
      take(lane, row);
      if (lane.length === 0) byLane.delete(row.lane);
      take(inOrder, row);
      if (row.held) held -= 1;
    },
  };
}
