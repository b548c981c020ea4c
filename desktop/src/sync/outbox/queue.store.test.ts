import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openOutboxDatabase } from './openOutbox';
import { openQueue, type Queue, type QueuedRow } from './queue';

const LANES = 3;

/** Which command is meant: any that is there, by a number. */
const nth = fc.nat({ max: 30 });
const step = fc.oneof(
  fc.record({ do: fc.constant('add' as const), lane: fc.nat({ max: LANES - 1 }) }),
  fc.record({ do: fc.constant('addBefore' as const), nth }),
  fc.record({ do: fc.constant('hold' as const), nth, held: fc.boolean() }),
  fc.record({ do: fc.constant('send' as const), nth }),
  fc.record({ do: fc.constant('remove' as const), nth }),
);

function newRow(lane: string): Omit<QueuedRow, 'place'> {
  return {
    key: randomUUID(),
    lane,
    operation: 'messages.create',
    input: { id: lane, content: 'text' },
    subject: null,
    held: false,
    problem: null,
    at: '2026-02-01T10:00:00.000Z',
    sentAt: null,
    ownAt: null,
    dueAt: null,
  };
}

/** What a queue says of itself, worked out anew from its commands. */
function naively(rows: readonly QueuedRow[]) {
  const all = rows.toSorted((a, b) => a.place - b.place).map((row) => ({ ...row }));
  return {
    all: all.map(({ place }) => place),
    held: all.filter(({ held }) => held).length,
    lanes: Array.from({ length: LANES }, (_, lane) => all.filter((row) => row.lane === `${lane}`)),
  };
}

const told = (queue: Queue) => ({
  all: queue.all().map(({ place }) => place),
  held: queue.heldSize(),
  lanes: Array.from({ length: LANES }, (_, lane) =>
    queue.lane(`${lane}`).map((row) => ({ ...row })),
  ),
});

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'tikethet-queue-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('whatever comes, changes and leaves: order and counts are kept, on disk too', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const { database } = openOutboxDatabase(folder);
      database.run('delete from commands');
      const queue = openQueue(database);
      const known: QueuedRow[] = [];
      for (const [turn, one] of steps.entries()) {
        if (one.do === 'add') {
          known.push(queue.add(newRow(`${one.lane}`)));
        } else if (known.length > 0) {
          const at = one.nth % known.length;
          const row = known[at]!;
          if (one.do === 'addBefore') known.push(queue.add(newRow(row.lane), row));
          if (one.do === 'hold') queue.change(row.key, { held: one.held });
          if (one.do === 'send') queue.sent([row], `${turn}`);
          if (one.do === 'remove') {
            queue.remove(row.key);
            known.splice(at, 1);
          }
        }
        expect(queue.size()).toBe(known.length);
        expect(told(queue)).toEqual(naively(known));
      }
      expect(told(openQueue(database))).toEqual(told(queue));
      database.close();
    }),
    { numRuns: 60 },
  );
});

test('what went out before keeps the moment since which the desk may have it', () => {
  const { database } = openOutboxDatabase(folder);
  const queue = openQueue(database);
  const rows = ['0', '1'].map((lane) => queue.add(newRow(lane)));
  queue.sent(rows.slice(0, 1), '2026-02-01T10:00:00.000Z');
  queue.sent(rows, '2026-02-02T10:00:00.000Z');
  const moments = ['2026-02-01T10:00:00.000Z', '2026-02-02T10:00:00.000Z'];
  expect(queue.all().map(({ sentAt }) => sentAt)).toEqual(moments);
  expect(
    openQueue(database)
      .all()
      .map(({ sentAt }) => sentAt),
  ).toEqual(moments);
  database.close();
});

test('of changes that the disk did not take together, none has happened', () => {
  const { database } = openOutboxDatabase(folder);
  const queue = openQueue(database);
  const [first, second] = ['0', '1'].map((lane) => queue.add(newRow(lane)));
  const before = told(queue);
  const changes = () => {
    queue.change(first!.key, { held: true });
    queue.remove(second!.key);
    throw new Error('no room');
  };
  expect(() => queue.together(changes)).toThrow('no room');
  expect(told(queue)).toEqual(before);
  expect([queue.size(), queue.find(first!.key)?.held]).toEqual([2, false]);
  database.close();
});
