import type { Ticket } from '@tikethet/shared/contracts';
import { createStore } from '../store';

export type ChangedField =
  'status' | 'priority' | 'categoryId' | 'assigneeId' | 'tags' | 'snoozedUntil';

/** Two people changed the same field: what the desk has now, and what this person wanted. */
export interface Conflict {
  ticket: Ticket;
  field: ChangedField;
  theirs: unknown;
  mine: unknown;
  /** What the desk says of it: who changed it, and when. */
  details: Record<string, unknown>;
  keepMine: () => void;
  /** Gives the own value up. */
  keepTheirs: () => void;
}

/** The conflict that waits for a decision; others wait their turn behind it. */
export const conflicts = createStore<readonly Conflict[]>([]);

export function raiseConflict(conflict: Conflict): void {
  conflicts.set([...conflicts.get(), conflict]);
}

export function closeConflict(conflict: Conflict): void {
  conflicts.set(conflicts.get().filter((one) => one !== conflict));
}
