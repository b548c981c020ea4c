import type { Ticket, TicketChange } from '@tikethet/shared/contracts';
import { LIMITS } from '@tikethet/shared/tickets';
import { useMemo } from 'react';
import { useNow } from '../../ui/time';
import { useMerge } from '../merge/useMerge';
import type { Rights } from './access';

/** Milliseconds in which a merge can be taken back. */
const UNDOABLE = LIMITS.unmergeDays * 86_400_000;

/** Which merges stand: the newest word on each ticket says that it is a part of this one. */
function standing(changes: readonly TicketChange[]): Map<string, TicketChange> {
  const merges = new Map<string, TicketChange>();
  for (const change of changes) {
    if (change.change.field !== 'merged') continue;
    const { from, to } = change.change;
    if (to) merges.set(to.id, change);
    else if (from) merges.delete(from.id);
  }
  return merges;
}

/** How to take back the merge that a line of the timeline tells of; null: not, or not any more. */
export function useUndoMerge(
  ticket: Ticket,
  rights: Rights,
  changes: readonly TicketChange[],
): (change: TicketChange) => (() => void) | null {
  const now = useNow();
  const { unmerge } = useMerge();
  const merges = useMemo(() => standing(changes), [changes]);
  return (change) => {
    if (!rights.merge || change.change.field !== 'merged' || !change.change.to) return null;
    const source = change.change.to;
    if (merges.get(source.id)?.id !== change.id) return null;
    if (now - Date.parse(change.at) > UNDOABLE) return null;
    return () => unmerge(source, ticket);
  };
}
