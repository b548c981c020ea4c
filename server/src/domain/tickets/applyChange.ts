import type { EventType } from '@tikethet/shared/events';
import { AppError } from '@tikethet/shared/errors';
import { inserting } from '../../db/gather';
import { emit, type Ctx } from '../context';
import { refreshNotices } from '../notices/refreshNotices';
import { User } from '../people/user';
import { recordChanges } from '../timeline/recordChanges';
import { audienceOf } from './policy';
import { presentTicket } from './presentTicket';
import { promisePatch } from './promise';
import type { ContestedField, Ticket, TicketInFull, TicketPatch } from './ticket';

const CONTESTED = [
  'title',
  'categoryId',
  'priority',
  'status',
  'assigneeId',
  'tags',
  'snoozedUntil',
] as const;
/** What a customer never learns of, not even that something has changed. */
const HIDDEN: ReadonlySet<string> = new Set(['snoozedUntil']);

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/**
 * Refuses a change that was based on an older version when somebody has since given the same
 * field another value. Different fields never collide.
 * @throws AppError `conflict` with both values, who changed it and when
 */
export function refuseConflicts(
  ticket: Ticket,
  changes: Partial<Pick<Ticket, ContestedField>>,
  version: number | undefined,
): void {
  if (version === undefined) return;
  for (const field of CONTESTED) {
    const change = ticket.fieldVersions[field];
    if (changes[field] === undefined || change === undefined || change.version <= version) continue;
    if (same(changes[field], ticket[field])) continue;
    throw new AppError('conflict', {
      field,
      current: ticket[field],
      yours: changes[field],
      changedBy: change.by,
      changedAt: change.at,
      version: ticket.version,
    });
  }
}

const join = inserting('ticket_participants', { ignore: true });

/** Keeps sight of a ticket for somebody who worked on it. */
export async function addParticipant(ctx: Ctx, full: TicketInFull, userId: string): Promise<void> {
  if (full.participantIds.includes(userId)) return;
  await join(ctx.trx, { ticket_id: full.ticket.id, user_id: userId });
}

/**
 * Announces a ticket as it is now.
 * @param options.before as it was, when somebody may lose sight of it
 * @param options.internal true: its customer is not told
 */
export async function emitTicket(
  ctx: Ctx,
  type: EventType,
  after: TicketInFull,
  options: { before?: TicketInFull; internal?: boolean } = {},
): Promise<void> {
  await emit(ctx, {
    type,
    ticketId: after.ticket.id,
    audience: audienceOf(after, options),
    data: presentTicket(after, 'full'),
    customerData: options.internal === true ? null : presentTicket(after, 'customer'),
  });
}

function eventTypesOf(changed: ReadonlySet<string>): EventType[] {
  const types: EventType[] = [];
  if (changed.has('assigneeId')) types.push('ticket.assigned');
  if (changed.has('status')) types.push('ticket.status_changed');
  const others = CONTESTED.filter(
    (field) => field !== 'assigneeId' && field !== 'status' && !HIDDEN.has(field),
  );
  if (others.some((field) => changed.has(field))) types.push('ticket.updated');
  return types;
}

/**
 * Writes changed fields of a locked ticket, keeps who changed what in which version, and announces
 * it. Fields that stay the same are left alone; without a change nothing is written.
 * @returns the ticket as it is now, and which fields changed
 */
export async function applyChange(
  ctx: Ctx,
  before: TicketInFull,
  patch: TicketPatch,
): Promise<{ after: TicketInFull; changed: Set<string> }> {
  const old = before.ticket;
  const changed = new Set(
    Object.entries(patch)
      .filter(
        ([field, value]) => value !== undefined && !same(value, old[field as keyof TicketPatch]),
      )
      .map(([field]) => field),
  );
  if (changed.size === 0) return { after: before, changed };
  const contested = CONTESTED.filter((field) => changed.has(field));
  const version = old.version + (contested.length > 0 ? 1 : 0);
  const by = ctx.actor.person?.id ?? null;
  const fieldVersions = { ...old.fieldVersions };
  for (const field of contested) fieldVersions[field] = { version, by, at: ctx.now.toISOString() };
  const internal = [...changed].every((field) => HIDDEN.has(field));
  const ticket = await old.patched(ctx.trx, {
    ...patch,
    ...(await promisePatch(ctx, old, patch)),
    version,
    fieldVersions,
    ...(internal ? {} : { updatedAt: ctx.now }),
  });
  if (changed.has('assigneeId') && ticket.assigneeId !== null) {
    await addParticipant(ctx, before, ticket.assigneeId);
  }
  const after = await withPeople(ctx, before, ticket);
  const types = eventTypesOf(changed);
  for (const type of types) await emitTicket(ctx, type, after, { before });
  if (types.length === 0 && [...changed].some((field) => HIDDEN.has(field))) {
    await emitTicket(ctx, 'ticket.updated', after, { before, internal: true });
  }
  await recordChanges(ctx, before, after, changed);
  await refreshNotices(ctx, before, after);
  return { after, changed };
}

/** The ticket after a change with the people it has now. */
async function withPeople(ctx: Ctx, before: TicketInFull, ticket: Ticket): Promise<TicketInFull> {
  const { assigneeId } = ticket;
  if (assigneeId === before.ticket.assigneeId) return { ...before, ticket };
  const participantIds =
    assigneeId === null || before.participantIds.includes(assigneeId)
      ? before.participantIds
      : [...before.participantIds, assigneeId];
  const assignee = assigneeId === null ? null : await User.query(ctx.trx).findById(assigneeId);
  return { ...before, ticket, participantIds, assignee: assignee ?? null };
}
