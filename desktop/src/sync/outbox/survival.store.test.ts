import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiError, type ApiClient } from '@tikethet/shared/client';
import { expect, test } from 'vitest';
import { sampleMessage } from '../testing/samples';
import { createDiskOutbox } from './diskOutbox';
import { openFileBox } from './fileBox';
import { openOutboxDatabase } from './openOutbox';
import type { Outbox } from './outbox';
import { openOwnChanges } from './ownChanges';
import { openQueue } from './queue';

interface Sent {
  key: string;
  input: { id: string; content: string };
}

/** What goes wrong with one request: nothing, before the desk has it, or after it has done it. */
type Fate = 'fine' | 'lost' | 'unanswered' | 'busy';

/** A desk that does each key once, whatever happens to its answers. */
function createDesk(fates: Fate[]) {
  const done = new Map<string, unknown>();
  /** Texts per ticket, in the order in which they took effect. */
  const texts = new Map<string, string[]>();
  const run = ({ key, input }: Sent) => {
    const { id, content } = input;
    if (!done.has(key)) {
      texts.set(id, [...(texts.get(id) ?? []), content]);
      done.set(key, sampleMessage({ ticketId: id, content }));
    }
    return { key, status: 201, body: done.get(key) };
  };
  const api = (async (_route: string, { commands }: { commands: Sent[] }) => {
    const fate = fates.shift() ?? 'fine';
    await new Promise((resolve) => setImmediate(resolve));
    if (fate === 'lost') throw new ApiError(0, 'network', 'cut');
    if (fate === 'busy') throw new ApiError(503, 'unavailable', 'busy');
    const results = commands.map(run);
    if (fate === 'unanswered') throw new ApiError(0, 'timeout', 'cut');
    return { results };
  }) as unknown as ApiClient;
  return { api, texts, done };
}

function startProgram(folder: string, api: ApiClient, drained: () => void) {
  const { database } = openOutboxDatabase(folder);
  const queue = openQueue(database);
  const send = () => Promise.reject(new Error('no files here'));
  const outbox = createDiskOutbox({
    api,
    queue,
    files: openFileBox(join(folder, 'files'), database, send),
    own: openOwnChanges(database, () => new Date()),
    desk: {
      subject: () => null,
      ticket: () => null,
      seen: () => null,
      taken: () => undefined,
      changed: () => undefined,
    },
    meId: randomUUID(),
    events: {
      outcomes: () => queue.size() === 0 && drained(),
      changed: () => undefined,
      refused: () => undefined,
    },
    backoff: { base: 1, max: 2 },
  });
  return { outbox, queue, database };
}

const write = (outbox: Outbox, id: string, content: string) =>
  outbox.keep({
    key: randomUUID(),
    route: 'POST /tickets/{id}/messages',
    input: { id, content },
  });

const fate = fc.constantFrom<Fate>('fine', 'fine', 'lost', 'unanswered', 'busy');
/** A number writes to that ticket, `restart` ends the program without a word and starts it again. */
const step = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 4 }) },
  { weight: 1, arbitrary: fc.constant('restart' as const) },
);

test('whatever is cut and whenever the program dies: nothing lost, nothing doubled, in order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 40 }),
      fc.array(fate, { maxLength: 60 }),
      async (steps, fates) => {
        const folder = mkdtempSync(join(tmpdir(), 'tikethet-outbox-'));
        const desk = createDesk([...fates]);
        let drained = (): void => undefined;
        let program = startProgram(folder, desk.api, () => drained());
        const wanted = new Map<string, string[]>();
        const ids = Array.from({ length: 5 }, () => randomUUID());
        for (const [turn, one] of steps.entries()) {
          if (one === 'restart') {
            // As after SIGKILL: answers under way find nobody, what is on disk is all there is.
            const dead = program.outbox.stop();
            program.database.close();
            await dead;
            program = startProgram(folder, desk.api, () => drained());
            program.outbox.wake();
          } else {
            const id = ids[one] ?? '';
            wanted.set(id, [...(wanted.get(id) ?? []), `${turn}`]);
            write(program.outbox, id, `${turn}`);
          }
          if (turn % 3 === 0) await new Promise((resolve) => setImmediate(resolve));
        }
        await new Promise<void>((resolve) => {
          drained = resolve;
          program.outbox.wake();
          if (program.queue.size() === 0) resolve();
        });
        await program.outbox.stop();
        program.database.close();
        rmSync(folder, { recursive: true, force: true });
        expect(desk.texts).toEqual(wanted);
      },
    ),
    { numRuns: 40 },
  );
});

/** 10,000 is the figure; they take some seconds to write. */
const TOTAL = Number(process.env['TIKETHET_DRAIN_COMMANDS'] ?? 2_000);

test(`keeps and drains ${TOTAL} commands over 200 tickets with time to spare for the desk`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tikethet-outbox-'));
  const desk = createDesk([]);
  const first = startProgram(folder, desk.api, () => undefined);
  const ids = Array.from({ length: 200 }, () => randomUUID());
  for (let turn = 0; turn < TOTAL; turn += 1) {
    write(first.outbox, ids[turn % ids.length] ?? '', `${turn}`);
  }
  await first.outbox.stop();
  first.database.close();
  const before = process.cpuUsage();
  let drained = (): void => undefined;
  const second = startProgram(folder, desk.api, () => drained());
  // Each telling of the queue crosses to the window: however long it is, its beginning is told.
  const { unsent, items } = second.outbox.state();
  expect([unsent, items.length]).toEqual([TOTAL, 200]);
  expect(items.at(-1)?.input['content']).toBe('199');
  await new Promise<void>((resolve) => {
    drained = resolve;
    second.outbox.wake();
  });
  const { user, system } = process.cpuUsage(before);
  await second.outbox.stop();
  second.database.close();
  rmSync(folder, { recursive: true, force: true });
  // The console's own part, in the processor's time; the desk takes the rest.
  const perSecond = TOTAL / ((user + system) / 1_000_000);
  expect(perSecond).toBeGreaterThan(600);
});
