import type { OutboxState, QueuedItem } from '../../bridge';
import type { FileBox } from './fileBox';
import type { Lanes } from './lanes';
import { filesNamed, ticketOf } from './pending';
import type { Queue, QueuedRow } from './queue';

/** Items that the queue shows; the number tells of all. */
const MOST_SHOWN = 200;

function itemOf(
  row: QueuedRow,
  lane: readonly QueuedRow[],
  lanes: Lanes,
  files: FileBox,
): QueuedItem {
  const head = lane[0];
  const state = row.held
    ? 'held'
    : head !== row && head?.held
      ? 'behind'
      : head === row && lanes.isTaken(row.lane)
        ? 'sending'
        : 'waiting';
  return {
    key: row.key,
    operation: row.operation,
    ticketId: ticketOf(row.lane),
    subject: row.subject,
    input: row.input,
    attachments: filesNamed(row.input).flatMap((id) => files.describe(id) ?? []),
    at: row.at,
    state,
    problem: row.problem,
    dueAt: row.dueAt,
  };
}

/** The queue as a person sees it: what, since when, why waiting. Held ones come first. */
export function queueState(queue: Queue, lanes: Lanes, files: FileBox): OutboxState {
  const all = queue.all();
  const shown = [...all.filter((row) => row.held), ...all.filter((row) => !row.held)];
  return {
    unsent: all.length,
    held: all.filter((row) => row.held).length,
    items: shown.slice(0, MOST_SHOWN).map((row) => itemOf(row, queue.lane(row.lane), lanes, files)),
  };
}
