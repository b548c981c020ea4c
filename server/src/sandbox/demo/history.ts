import type { TicketStatus } from '@tikethet/shared/tickets';
import type { Turn } from './conversation';
import type { Life } from './life';
import type { Random } from './random';

/** Who and what a ticket's history is about; people by their ids. */
export interface Past {
  ticketId: string;
  customerId: string;
  assigneeId: string | null;
  life: Life;
}

type Row = Readonly<Record<string, unknown>>;

/** A change before it has an id; a moment is Unix milliseconds. */
interface Step {
  at: number;
  actorId: string | null;
  field: 'status' | 'assigneeId' | 'rating';
  from: unknown;
  to: unknown;
  comment?: string | null;
}

/** Position of the last message up to a moment. */
function positionAt(turns: readonly Turn[], at: number): number {
  return Math.max(1, turns.findLastIndex((turn) => turn.at <= at) + 1);
}

function stepsOf({ life, customerId, assigneeId }: Past): Step[] {
  const steps: Step[] = [];
  let status: TicketStatus = 'OPEN';
  const turnTo = (to: TicketStatus, at: number, actorId: string | null): void => {
    if (to !== status) steps.push({ at, actorId, field: 'status', from: status, to });
    status = to;
  };
  if (assigneeId !== null && life.takenAt !== null) {
    const at = life.takenAt;
    steps.push({ at, actorId: assigneeId, field: 'assigneeId', from: null, to: assigneeId });
    turnTo('IN_PROGRESS', at, assigneeId);
    for (const turn of life.turns) {
      if (turn.at < at) continue;
      if (turn.side === 'STAFF') turnTo('WAITING_RESPONSE', turn.at, assigneeId);
      if (turn.side === 'CUSTOMER') turnTo('IN_PROGRESS', turn.at, customerId);
    }
  }
  if (life.resolvedAt !== null) {
    const to = life.closedByCustomer ? 'CLOSED' : 'RESOLVED';
    turnTo(to, life.resolvedAt, life.closedByCustomer ? customerId : assigneeId);
  }
  if (life.rating !== null) {
    const { at, stars, comment } = life.rating;
    steps.push({ at, actorId: customerId, field: 'rating', from: null, to: stars, comment });
  }
  if (life.closedAt !== null) turnTo('CLOSED', life.closedAt, null);
  // Who took it last said so beside the conversation.
  turnTo(life.status, life.turns.at(-1)?.at ?? 0, assigneeId);
  return steps.sort((a, b) => a.at - b.at);
}

/** The timeline of a ticket, as the verbs would have written it. */
export function changeRows(random: Random, past: Past): Row[] {
  return stepsOf(past).map((step) => ({
    id: random.uuid(step.at),
    ticket_id: past.ticketId,
    actor_id: step.actorId,
    field: step.field,
    old_value: step.from,
    new_value: step.to,
    comment: step.comment ?? null,
    position: positionAt(past.life.turns, step.at),
    at: new Date(step.at).toISOString(),
  }));
}

/**
 * How far both sides have read: what is finished is read; of active tickets the customer has often
 * not seen the newest answers, and nobody the newest of the unassigned.
 */
export function readMarks(
  random: Random,
  { life, assigneeId }: Past,
): {
  public_position: number;
  customer_read_position: number;
  staff_read_position: number;
  customer_unread: number;
} {
  const { turns } = life;
  const publicPosition = turns.findLastIndex((turn) => turn.side !== 'NOTE') + 1;
  const written = turns.findLastIndex((turn) => turn.side === 'CUSTOMER') + 1;
  const answered = turns.findLastIndex((turn) => turn.side === 'STAFF') + 1;
  const finished = life.resolvedAt !== null;
  const readAll = finished || random.chance(0.35);
  const customer = readAll ? publicPosition : written;
  const unread = turns.filter((turn, at) => turn.side === 'STAFF' && at + 1 > customer).length;
  const seen = finished || (assigneeId !== null && random.chance(0.7));
  return {
    public_position: publicPosition,
    customer_read_position: customer,
    staff_read_position: seen ? publicPosition : answered,
    customer_unread: unread,
  };
}
