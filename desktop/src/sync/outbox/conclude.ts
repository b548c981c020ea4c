import type { BridgeError, Result } from '../../bridge';
import type { FileBox } from './fileBox';
import type { Lanes } from './lanes';
import { isPassing } from './outbox';
import type { OwnChanges } from './ownChanges';
import { filesNamed } from './pending';
import type { Queue, QueuedRow } from './queue';
import { isTakenAllTheSame } from './send';

export interface ConcludeOptions {
  queue: Queue;
  files: FileBox;
  lanes: Lanes;
  own: OwnChanges;
  meId: string;
  /** The desk has taken commands: its answers, before the commands leave the queue. */
  taken(done: readonly Done[]): void;
}

/** A command that the desk has taken, and what it said to that; undefined: nobody here knows. */
export interface Done {
  row: QueuedRow;
  value: unknown;
}

/** A command that the desk fails at so often by its own fault waits for a person. */
const MOST_FAULTS = 8;

function retryAfterOf(error: BridgeError): number {
  const { retryAfter } = error.details;
  return typeof retryAfter === 'number' ? retryAfter * 1_000 : 0;
}

/** What becomes of commands by the desk's answers. */
export interface Conclusion {
  conclude(answers: readonly { row: QueuedRow; result: Result<unknown> }[]): void;
  refuse(row: QueuedRow, error: BridgeError): void;
}

/**
 * Draws the conclusion from what became of a command: it leaves the queue, waits for a while, or is
 * held until a person decides.
 */
export function createConclude(options: ConcludeOptions): Conclusion {
  const { queue, files, lanes, own } = options;

  function settle({ row, value }: Done): void {
    const rebased = own.note(row, value);
    queue.remove(row.key);
    // Made on top of this one: the desk's new version is what the person meant to change.
    for (const later of rebased ? queue.lane(row.lane) : []) {
      queue.change(later.key, own.basis(later));
    }
    for (const id of filesNamed(row.input)) files.drop(id);
    lanes.succeeded(row.lane);
  }

  /** The conflict is with the person's own reply that went out before. */
  function ownConflict(row: QueuedRow, error: BridgeError): number | null {
    const { changedBy, changedAt, version } = error.details;
    const mine = error.code === 'conflict' && row.ownAt !== null && changedBy === options.meId;
    return mine && changedAt === row.ownAt && typeof version === 'number' ? version : null;
  }

  /** The desk does not know a file any more that was sent before: it is sent anew. */
  function lostFiles(row: QueuedRow, error: BridgeError): boolean {
    const kept = filesNamed(row.input).filter((id) => files.isKept(id));
    const issues = error.code === 'validation_failed' ? error.details['issues'] : null;
    const about =
      Array.isArray(issues) &&
      issues.some((issue) => isRecord(issue) && issue['path'] === 'attachmentIds');
    if (!about || kept.length === 0 || lanes.failures(row.lane) > 2) return false;
    for (const id of kept) files.lost(id);
    return true;
  }

  function refuse(row: QueuedRow, error: BridgeError): void {
    const version = ownConflict(row, error);
    if (version !== null) {
      queue.change(row.key, { input: { ...row.input, version }, ownAt: null });
      return;
    }
    const faults = error.code === 'internal' && lanes.failures(row.lane) + 1 >= MOST_FAULTS;
    if ((isPassing(error) && !faults) || lostFiles(row, error)) {
      queue.change(row.key, { problem: error });
      lanes.rest(row.lane, retryAfterOf(error));
      return;
    }
    queue.change(row.key, { held: true, problem: error });
    lanes.succeeded(row.lane);
  }

  return {
    refuse,
    conclude(answers) {
      const done: Done[] = [];
      const refused: { row: QueuedRow; error: BridgeError }[] = [];
      for (const { row, result } of answers) {
        if (result.ok) done.push({ row, value: result.value });
        // Sent again it would be taken for unsent, written anew it would be there twice.
        else if (isTakenAllTheSame(result.error)) done.push({ row, value: undefined });
        else refused.push({ row, error: result.error });
      }
      // First what they did, then that they are done: in between they are only sent and answered
      // once more.
      options.taken(done);
      for (const one of done) settle(one);
      for (const { row, error } of refused) refuse(row, error);
    },
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
