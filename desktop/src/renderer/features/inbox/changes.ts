import type { PersonRef, Ticket } from '@tikethet/shared/contracts';
import {
  isActive,
  isReopening,
  LIMITS,
  statusAfterAssignment,
  TRANSITIONS,
  workingStatus,
  type TicketPriority,
  type TicketStatus,
} from '@tikethet/shared/tickets';

/** What can be done to many tickets at once. */
export type BulkChange =
  | { kind: 'assign'; assignee: PersonRef | null }
  | { kind: 'status'; status: TicketStatus }
  | { kind: 'priority'; priority: TicketPriority }
  | { kind: 'category'; categoryId: string }
  | { kind: 'addTag'; tag: string }
  | { kind: 'removeTag'; tag: string }
  /** `until`: ISO 8601, null wakes. */
  | { kind: 'snooze'; until: string | null };

/** The ticket as it will be. */
export function changed(ticket: Ticket, change: BulkChange): Ticket {
  switch (change.kind) {
    case 'assign': {
      const assigneeId = change.assignee?.id ?? null;
      const status = statusAfterAssignment(ticket.status, assigneeId);
      return { ...ticket, assigneeId, assignee: change.assignee, status };
    }
    case 'status': {
      const reopened = isReopening(ticket.status, change.status);
      const status = reopened ? workingStatus(ticket.assigneeId) : change.status;
      return { ...ticket, status, snoozedUntil: isActive(status) ? ticket.snoozedUntil : null };
    }
    case 'priority':
      return { ...ticket, priority: change.priority };
    case 'category':
      return { ...ticket, categoryId: change.categoryId };
    case 'addTag':
      return { ...ticket, tags: [...new Set([...ticket.tags, change.tag])] };
    case 'removeTag':
      return { ...ticket, tags: ticket.tags.filter((tag) => tag !== change.tag) };
    case 'snooze':
      return { ...ticket, snoozedUntil: change.until };
  }
}

/** Whether the desk's rules let this ticket change so, and whether it would be another then. */
export function canChange(ticket: Ticket, change: BulkChange): boolean {
  switch (change.kind) {
    case 'assign':
      return ticket.assigneeId !== (change.assignee?.id ?? null);
    case 'status':
      return TRANSITIONS[ticket.status].includes(change.status);
    case 'priority':
      return ticket.priority !== change.priority;
    case 'category':
      return ticket.categoryId !== change.categoryId;
    case 'addTag':
      return !ticket.tags.includes(change.tag) && ticket.tags.length < LIMITS.tags;
    case 'removeTag':
      return ticket.tags.includes(change.tag);
    case 'snooze':
      return isActive(ticket.status) && ticket.snoozedUntil !== change.until;
  }
}

/** What makes a ticket again what it was before a change, in order. */
export function undoOf(before: Ticket, change: BulkChange): BulkChange[] {
  switch (change.kind) {
    case 'assign':
      return [
        { kind: 'assign', assignee: before.assignee },
        ...(before.snoozedUntil === null
          ? []
          : [{ kind: 'snooze', until: before.snoozedUntil } as const]),
      ];
    case 'status':
      return statusBack(before, change.status);
    case 'priority':
      return [{ kind: 'priority', priority: before.priority }];
    case 'category':
      return [{ kind: 'category', categoryId: before.categoryId }];
    case 'addTag':
      return [{ kind: 'removeTag', tag: change.tag }];
    case 'removeTag':
      return [{ kind: 'addTag', tag: change.tag }];
    case 'snooze':
      return [{ kind: 'snooze', until: before.snoozedUntil }];
  }
}

/** A finished ticket comes back to work first, whatever it did before it was finished. */
function statusBack({ status, assigneeId }: Ticket, from: TicketStatus): BulkChange[] {
  if (TRANSITIONS[from].includes(status)) return [{ kind: 'status', status }];
  const working = workingStatus(assigneeId);
  const steps: BulkChange[] = [{ kind: 'status', status: working }];
  if (working !== status) steps.push({ kind: 'status', status });
  return steps;
}

/**
 * Whether people are told of a change as soon as the desk knows: customers of a status, colleagues
 * of what is theirs from now on. Anything else colleagues should see at once, above all that
 * somebody has taken a ticket.
 */
export function reachesPeople(change: BulkChange, meId: string): boolean {
  if (change.kind === 'status') return true;
  return change.kind === 'assign' && change.assignee !== null && change.assignee.id !== meId;
}
