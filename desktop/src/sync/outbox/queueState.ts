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

/** The oldest that are held, or are not: as many as are shown at the most. */
function firstOf(queue: Queue, held: boolean): QueuedRow[] {
  const found: QueuedRow[] = [];
  const wanted = Math.min(MOST_SHOWN, held ? queue.heldSize() : queue.size() - queue.heldSize());
  for (const row of queue.all()) {
    if (found.length === wanted) break;
    if (row.held === held) found.push(row);
  }
  return found;
}

/** The queue as a person sees it: what, since when, why waiting. Held ones come first. */
export function queueState(queue: Queue, lanes: Lanes, files: FileBox): OutboxState {
  const shown = [...firstOf(queue, true), ...firstOf(queue, false)].slice(0, MOST_SHOWN);
  return {
    unsent: queue.size(),
    held: queue.heldSize(),
    items: shown.map((row) => itemOf(row, queue.lane(row.lane), lanes, files)),
  };
}
