import type { OperationId, ParsedInputOf, PersonRef, Ticket } from '@tikethet/shared/contracts';
import { statusAfterAssignment, statusAfterStaffReply } from '@tikethet/shared/tickets';
import type { RoutedOperation } from '../../ipc/routes';
import type { OutboxCommand } from './outbox';
import type { QueuedRow } from './queue';

/** What the overlay looks up. */
export interface PendingContext {
  me: PersonRef;
  /** Somebody of the team; null when unknown here. */
  person(id: string): PersonRef | null;
  /** Of a ticket; null when it is not here. */
  number(ticketId: string): number | null;
}

type Fields = Omit<ParsedInputOf<'tickets.update'>, 'id' | 'version'>;

function assigned(ticket: Ticket, assigneeId: string | null, context: PendingContext): Ticket {
  const known = assigneeId === null ? null : context.person(assigneeId);
  const assignee = assigneeId === ticket.assigneeId ? ticket.assignee : known;
  return {
    ...ticket,
    assigneeId,
    assignee,
    status: statusAfterAssignment(ticket.status, assigneeId),
  };
}

function updated(ticket: Ticket, fields: Fields, context: PendingContext): Ticket {
  const { assigneeId, addTags = [], removeTags = [], ...rest } = fields;
  const held = assigneeId === undefined ? ticket : assigned(ticket, assigneeId, context);
  const next = { ...held, ...rest };
  if (addTags.length + removeTags.length === 0) return next;
  const kept = next.tags.filter((tag) => !removeTags.includes(tag));
  return { ...next, tags: [...new Set([...kept, ...addTags])] };
}

/** What a public reply does to its ticket, by the desk's rules. */
function replied(ticket: Ticket, context: PendingContext): Ticket {
  const taken = ticket.assigneeId === null ? assigned(ticket, context.me.id, context) : ticket;
  return { ...taken, status: statusAfterStaffReply(taken.status) };
}

/** A ticket as it will be when the desk has taken this command. */
export function afterCommand(
  ticket: Ticket,
  { operation, input }: Pick<QueuedRow, 'operation' | 'input'>,
  context: PendingContext,
): Ticket {
  const { id: _id, version: _version, ...rest } = input;
  switch (operation) {
    // Main has checked each input against its operation before it was kept.
    case 'tickets.update':
      return updated(ticket, rest, context);
    case 'tickets.assign':
      return assigned(ticket, (input as ParsedInputOf<'tickets.assign'>).assigneeId, context);
    case 'tickets.setStatus':
      return { ...ticket, status: (input as ParsedInputOf<'tickets.setStatus'>).status };
    case 'tickets.snooze':
      return { ...ticket, snoozedUntil: (input as ParsedInputOf<'tickets.snooze'>).until };
    case 'tickets.read':
      return { ...ticket, unread: 0 };
    case 'tickets.pin':
      return { ...ticket, pinned: (input as ParsedInputOf<'tickets.pin'>).pinned };
    case 'tickets.merge': {
      const { targetId } = input as ParsedInputOf<'tickets.merge'>;
      const number = context.number(targetId);
      const mergedInto = number === null ? ticket.mergedInto : { id: targetId, number };
      return { ...ticket, status: 'CLOSED', mergedInto };
    }
    case 'messages.create':
      return isReply({ operation, input }) ? replied(ticket, context) : ticket;
    default:
      return ticket;
  }
}

/** Fields of its ticket that a command sets by its words. */
export function fieldsSet({ operation, input }: Pick<QueuedRow, 'operation' | 'input'>): string[] {
  switch (operation) {
    case 'tickets.update':
      return Object.keys(input).filter((name) => name !== 'id' && name !== 'version');
    case 'tickets.assign':
      return ['assigneeId'];
    case 'tickets.setStatus':
      return ['status'];
    case 'tickets.snooze':
      return ['snoozedUntil'];
    default:
      return [];
  }
}

/** Fields of its ticket that a command changes, those included that follow by the desk's rules. */
export function fieldsMoved(row: Pick<QueuedRow, 'operation' | 'input'>): string[] {
  if (isReply(row)) return ['assigneeId', 'status'];
  const set = fieldsSet(row);
  return set.includes('assigneeId') ? [...set, 'status'] : set;
}

/** Whether a command may change how its ticket is shown. */
export function movesTicket(row: Pick<QueuedRow, 'operation' | 'input'>): boolean {
  return row.operation.startsWith('tickets.') || isReply(row);
}

/** Whether a command says something to the customer. */
export function isReply({ operation, input }: Pick<QueuedRow, 'operation' | 'input'>): boolean {
  return operation === 'messages.create' && input['internal'] !== true;
}

/** A person's own marks on a ticket wait for nothing else about it: what holds a reply is no reason. */
const OWN_MARKS: Readonly<Partial<Record<OperationId, string>>> = {
  'tickets.read': 'read',
  'tickets.pin': 'pin',
};

/** The ticket of a lane; null for lanes of other things. */
export function ticketOf(lane: string): string | null {
  return /^tickets:([^:]+)/.exec(lane)?.[1] ?? null;
}

/** Every lane of a ticket: that of its changes first. */
export function lanesOf(ticketId: string): string[] {
  const lane = `tickets:${ticketId}`;
  return [lane, ...Object.values(OWN_MARKS).map((mark) => `${lane}:${mark}`)];
}

/** The lane of a command: those of a ticket, or of another resource, keep their order. */
export function laneOf(operation: RoutedOperation, { key, input }: OutboxCommand): string {
  const { id } = input;
  const resource = operation.path.split('/')[1] ?? '';
  const mark = OWN_MARKS[operation.id];
  if (typeof id === 'string') return `${resource}:${id}${mark === undefined ? '' : `:${mark}`}`;
  // What is set as a whole keeps the person's last word.
  return operation.method === 'PUT' ? operation.path : key;
}

/** Ids of the files that a command carries. */
export function filesNamed(input: Record<string, unknown>): string[] {
  const ids = input['attachmentIds'];
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
}
