import type { ApiClient } from '@tikethet/shared/client';
import type { Ticket } from '@tikethet/shared/contracts';
import { workingStatus } from '@tikethet/shared/tickets';
import { randomUUID } from 'node:crypto';
import type { QueueDecision, Result } from '../../bridge';
import { fail, ok } from '../../ipc/result';
import { writeOperation } from '../../ipc/routes';
import type { Backoff } from '../backoff';
import type { FileBox } from './fileBox';
import { createBatchSize } from './batchSize';
import { createPace } from './pace';
import { createLanes } from './lanes';
import { createConclude, type Done } from './conclude';
import type { Outbox, OutboxCommand, Outcome } from './outbox';
import type { OwnChanges } from './ownChanges';
import { fieldsSet, filesNamed, isReply, laneOf, movesTicket, ticketOf } from './pending';
import type { Queue, QueuedRow, Subject } from './queue';
import { queueState } from './queueState';
import { sendCommands } from './send';

/** What the outbox needs to know of a ticket and tells about it. */
export interface OutboxDesk {
  subject(ticketId: string): Subject | null;
  ticket(ticketId: string): Ticket | null;
  /** What the person has seen of a conversation; null when it is not known here. */
  seen(ticketId: string): { position: number; assigneeId: string | null } | null;
  /** The desk has taken commands: its answers, before the commands leave the queue. */
  taken(done: readonly Done[]): void;
  /** The person's unsent changes of these tickets are others now. */
  changed(ticketIds: readonly string[]): void;
}

export interface DiskOutboxOptions {
  api: ApiClient;
  queue: Queue;
  files: FileBox;
  own: OwnChanges;
  desk: OutboxDesk;
  meId: string;
  events: {
    outcomes(outcomes: readonly Outcome[]): void;
    changed(): void;
    /** The disk refused to note what goes out, or what came of it; the same is tried again. */
    refused(error: unknown): void;
  };
  backoff?: Backoff;
  now?: () => Date;
}

/** Requests at a time. */
const REQUESTS = 4;
/** Days for which the desk knows a key; then a repetition might have a second effect. */
const KEY_DAYS = 29;

const filesOf = (row: QueuedRow) => filesNamed(row.input);

/** An outbox that survives everything but the disk. */
export function createDiskOutbox(options: DiskOutboxOptions): Outbox {
  const { api, queue, files, own, desk, events } = options;
  const { backoff = { base: 500, max: 30_000 } } = options;
  const now = options.now ?? (() => new Date());
  const lanes = createLanes(queue, backoff);
  /** Commands in one request, each of another lane. */
  const batch = createBatchSize();
  const pace = createPace(() => queue.size() - queue.heldSize());
  const conclusion = createConclude({
    ...{ queue, files, lanes, own },
    meId: options.meId,
    taken: (done) => desk.taken(done),
  });
  const stopped = new AbortController();
  const running = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let planned = false;

  function changed(rows: readonly QueuedRow[]): void {
    const moved = rows.filter(movesTicket).flatMap(({ lane }) => ticketOf(lane) ?? []);
    try {
      if (moved.length > 0) desk.changed([...new Set(moved)]);
    } catch {
      // What is in the queue is kept and will be sent: only how the ticket looks is behind.
    }
    events.changed();
  }

  /** As it goes out: with the desk's own names of its files. Null: a file has yet to be sent. */
  function outgoing(row: QueuedRow): Record<string, unknown> | null {
    const ids = filesOf(row);
    if (ids.length === 0) return row.input;
    const attachmentIds = ids.map((id) => files.remoteId(id));
    return attachmentIds.includes(null) ? null : { ...row.input, attachmentIds };
  }

  /** Tells after the fact what a batch came to. */
  function tell(rows: readonly QueuedRow[], results: ReadonlyMap<string, Result<unknown>>): void {
    const outcomes = rows.flatMap(({ key, lane }) => {
      const result = results.get(key);
      const final = result?.ok === true || queue.find(key)?.held === true;
      return result !== undefined && final ? [{ key, ticketId: ticketOf(lane), result }] : [];
    });
    for (const { lane } of rows) lanes.release(lane);
    if (outcomes.length > 0) events.outcomes(outcomes);
    changed(rows);
  }

  /** The desk may have forgotten the key of what it may have taken: a person must look. */
  function isTooOld(row: QueuedRow): boolean {
    if (row.sentAt === null) return false;
    return now().getTime() - Date.parse(row.sentAt) > KEY_DAYS * 86_400_000;
  }

  async function sendBatch(rows: readonly QueuedRow[]): Promise<void> {
    const old = rows.filter(isTooOld);
    const fresh = rows.filter((row) => !isTooOld(row));
    const at = now().toISOString();
    queue.sent(fresh, at);
    const began = performance.now();
    const commands = fresh.map((row) => ({
      key: row.key,
      operation: row.operation,
      input: outgoing(row) ?? row.input,
    }));
    const results =
      commands.length === 0
        ? new Map<string, Result<unknown>>()
        : await sendCommands(api, commands, stopped.signal);
    batch.took(commands.length, performance.now() - began);
    for (const { key } of old) results.set(key, fail('timeout', 0, { reason: 'too_old' }));
    if (stopped.signal.aborted) return;
    queue.together(() => {
      conclusion.conclude(
        fresh.map((row) => ({ row, result: results.get(row.key) ?? fail('internal') })),
      );
      for (const row of old) {
        queue.change(row.key, {
          held: true,
          problem: fail('timeout', 0, { reason: 'too_old' }).error,
        });
      }
    });
    tell(rows, results);
  }

  /** Sends the files of a command, one after the other; the command itself follows. */
  async function sendFiles(row: QueuedRow): Promise<void> {
    for (const id of filesOf(row)) {
      if (files.remoteId(id) !== null) continue;
      const result = await files.send(id, () => undefined);
      if (stopped.signal.aborted) return;
      if (result.ok) continue;
      conclusion.refuse(row, result.error);
      return tell([row], new Map([[row.key, result]]));
    }
    lanes.release(row.lane);
  }

  function start(work: Promise<void>): void {
    const guarded = work
      .catch((error: unknown) => {
        events.refused(error);
        // The disk refused to note an outcome: the same keys are sent again after a pause.
        for (const lane of [...queue.lanes()]) if (lanes.isTaken(lane)) lanes.rest(lane, 5_000);
        for (const lane of [...queue.lanes()]) lanes.release(lane);
      })
      .finally(() => {
        running.delete(guarded);
        plan();
      });
    running.add(guarded);
  }

  async function sendPaced(rows: readonly QueuedRow[]): Promise<void> {
    pace.began();
    try {
      await sendBatch(rows);
    } finally {
      pace.ended();
    }
  }

  function pump(): void {
    planned = false;
    clearTimeout(timer);
    if (stopped.signal.aborted) return;
    while (running.size < REQUESTS) {
      const heads = lanes.ready(batch.now());
      const waiting = heads.filter((head) => outgoing(head) === null);
      const mayGo = pace.wait() === 0;
      const ready = mayGo ? heads.filter((head) => !waiting.includes(head)) : [];
      if (waiting.length + ready.length === 0) break;
      for (const head of [...waiting, ...ready]) lanes.take(head.lane);
      for (const head of waiting) start(sendFiles(head));
      if (ready.length > 0) start(sendPaced(ready));
    }
    if (running.size >= REQUESTS) return;
    const pause = pace.wait();
    const rest = lanes.nextWake();
    // Lanes that are ready but may not go need no look before the pause is over.
    const wait = pause === 0 ? rest : Math.min(pause ?? Infinity, rest || Infinity);
    if (wait !== null && wait !== Infinity) timer = setTimeout(pump, wait + 1);
  }

  /** Soon, once, however many ask. */
  function plan(): void {
    if (planned || stopped.signal.aborted) return;
    planned = true;
    setImmediate(pump);
  }

  function keep(command: OutboxCommand): void {
    const operation = writeOperation(command.route);
    if (operation?.offline !== true) throw new Error(`not for the outbox: ${command.route}`);
    const known = queue.find(command.key);
    if (known !== null) {
      if (known.held) retry(known);
      return plan();
    }
    const lane = laneOf(operation, command);
    const ticketId = ticketOf(lane);
    const row = { operation: operation.id, input: command.input };
    // Whoever wrote it knows best what they had before them.
    const said = command.input['seen'] !== undefined;
    const seen = ticketId !== null && !said && isReply(row) ? desk.seen(ticketId) : null;
    const input = seen === null ? command.input : { ...command.input, seen };
    const kept = {
      ...row,
      ...own.basis({ ...row, lane, input, ownAt: null }),
      key: command.key,
      lane,
      subject: ticketId === null ? null : desk.subject(ticketId),
      held: false,
      problem: null,
      at: now().toISOString(),
      sentAt: null,
      dueAt: command.dueAt ?? null,
    };
    changed([queue.add(kept)]);
    plan();
  }

  function retry(row: QueuedRow): void {
    queue.change(row.key, { held: false, problem: null, dueAt: null });
    lanes.succeeded(row.lane);
    changed([row]);
    plan();
  }

  /** The person knows the difference and wants it all the same. */
  function force(row: QueuedRow): void {
    const { version } = row.problem?.details ?? {};
    const { seen: _seen, base: _base, ...input } = row.input;
    if (row.problem?.code === 'ticket_closed') reopenBefore(row);
    const next = typeof version === 'number' ? { ...input, version } : input;
    // The person has looked: its age is no reason to ask again.
    queue.change(row.key, { input: fieldsSet(row).length > 0 ? next : input, sentAt: null });
    retry(row);
  }

  function reopenBefore(row: QueuedRow): void {
    const id = ticketOf(row.lane);
    if (id === null) return;
    const status = workingStatus(desk.ticket(id)?.assigneeId ?? null);
    queue.add(
      {
        key: randomUUID(),
        lane: row.lane,
        operation: 'tickets.setStatus',
        input: { id, status },
        subject: row.subject,
        held: false,
        problem: null,
        at: now().toISOString(),
        sentAt: null,
        ownAt: null,
        dueAt: null,
      },
      row,
    );
  }

  function edit(row: QueuedRow, content: string): void {
    const ticketId = ticketOf(row.lane);
    const seen = ticketId === null ? null : desk.seen(ticketId);
    queue.change(row.key, {
      input: { ...row.input, content, ...(seen !== null && isReply(row) && { seen }) },
    });
    retry(row);
  }

  function discard(row: QueuedRow, keepFiles: boolean): void {
    queue.remove(row.key);
    if (!keepFiles) for (const id of filesOf(row)) files.drop(id);
    lanes.succeeded(row.lane);
    changed([row]);
    plan();
  }

  return {
    keep,
    decide(key, decision: QueueDecision) {
      const row = queue.find(key);
      if (row === null) return fail('not_found', 404);
      // What is under way may be taken this very moment.
      if (lanes.isTaken(row.lane) && queue.lane(row.lane)[0] === row) return fail('conflict', 409);
      if (decision.action === 'discard') discard(row, false);
      else if (decision.action === 'withdraw') discard(row, true);
      else if (decision.action === 'edit') edit(row, decision.content);
      else if (decision.action === 'force') force(row);
      else retry(row);
      return ok(null);
    },
    state: () => queueState(queue, lanes, files),
    wake() {
      lanes.wakeAll();
      pace.connected();
      plan();
    },
    async stop() {
      stopped.abort();
      clearTimeout(timer);
      await Promise.allSettled(running);
    },
  };
}
