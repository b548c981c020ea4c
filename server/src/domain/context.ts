import type { Language } from '@tikethet/shared/contracts';
import { AppError } from '@tikethet/shared/errors';
import { can, type Permission, type Role, type Viewer } from '@tikethet/shared/permissions';
import type { TicketChannel } from '@tikethet/shared/tickets';
import type { Knex } from 'knex';
import type { NewEvent } from '../feed/append';

/** The person on whose behalf something happens. */
export interface Person extends Viewer {
  role: Role;
  displayName: string;
  language: Language;
}

export interface Actor {
  /** null: the desk itself (timers, intake). */
  person: Person | null;
  sessionId: string | null;
  channel: TicketChannel;
}

export const SYSTEM: Actor = { person: null, sessionId: null, channel: 'API' };

/** What a transaction has left for others to pick up once it is committed. */
export type Wake = 'feed' | 'deliveries' | 'updates';

/** Given to every domain verb: `(ctx, input) → result`. */
export interface Ctx {
  readonly trx: Knex.Transaction;
  readonly actor: Actor;
  /** One moment for everything the transaction writes. */
  readonly now: Date;
  readonly wakes: Set<Wake>;
  /** Facts of this transaction in their order; they are written with its commit. */
  readonly events: NewEvent[];
  /** Other verbs run beside this one in the transaction, each for a ticket of its own. */
  readonly beside: boolean;
}

/** A verb that runs beside others turns out to need what may be another one's: it must run alone. */
export class NotBeside extends Error {}

/** The signed-in person. @throws AppError `unauthorized` for the desk itself */
export function requirePerson(ctx: Pick<Ctx, 'actor'>): Person {
  if (ctx.actor.person === null) throw new AppError('unauthorized');
  return ctx.actor.person;
}

/** @throws AppError `forbidden` when the person's role may not do it */
export function requirePermission(ctx: Ctx, permission: Permission): Person {
  const person = requirePerson(ctx);
  if (!can(person, permission)) throw new AppError('forbidden', { permission });
  return person;
}

/**
 * Appends facts to the feed; their resource must be locked by this transaction, which holds the
 * lock until it has written them: right before its commit, all in one statement.
 */
export async function emit(ctx: Ctx, ...events: Omit<NewEvent, 'at' | 'actorId'>[]): Promise<void> {
  const actorId = ctx.actor.person?.id ?? null;
  for (const event of events) ctx.events.push({ ...event, at: ctx.now, actorId });
  ctx.wakes.add('feed');
}
