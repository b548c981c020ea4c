import { AppError } from '@tikethet/shared/errors';
import { can } from '@tikethet/shared/permissions';
import { recordAudit } from '../audit/recordAudit';
import { requirePerson, type Ctx } from '../context';
import { requireBelow } from '../people/requireBelow';
import { revokeSession, revokeSessionsOf } from './revokeSession';
import { Session } from './session';

/**
 * Signs one device out, one's own or that of a person below. `wipe` also has its console erase what
 * it keeps, and may be asked for later too: a device that was out of reach learns it when it comes.
 * @throws AppError `not_found`, also for sessions one may not know of; `forbidden` for a peer's
 */
export async function endSession(
  ctx: Ctx,
  { id, wipe }: { id: string; wipe: boolean },
): Promise<void> {
  const person = requirePerson(ctx);
  const session = await Session.query(ctx.trx).findById(id).forUpdate();
  const own = session?.userId === person.id;
  if (session === undefined || (!own && !can(person, 'people.block'))) {
    throw new AppError('not_found', { resource: 'session' });
  }
  if (!own) await requireBelow(ctx, session.userId, 'people.block');
  const erases = wipe && session.kind === 'CONSOLE' && session.wipeRequestedAt === null;
  if (session.revokedAt !== null && !erases) return;
  if (erases) await session.$query(ctx.trx).patch({ wipeRequestedAt: ctx.now });
  await revokeSession(ctx, id);
  await recordAudit(ctx, {
    action: erases ? 'session.wipe_requested' : 'session.ended',
    targetType: 'session',
    targetId: id,
    after: { userId: session.userId, deviceName: session.deviceName },
  });
}

/**
 * Signs a person below out everywhere, or oneself everywhere else.
 * @throws AppError `not_found`, `forbidden` for a peer or a superior
 */
export async function endSessions(ctx: Ctx, { userId }: { userId?: string }): Promise<void> {
  const person = requirePerson(ctx);
  const whose = userId ?? person.id;
  if (whose !== person.id) await requireBelow(ctx, whose, 'people.block');
  const ended = await revokeSessionsOf(ctx, whose, ctx.actor.sessionId);
  if (ended === 0) return;
  await recordAudit(ctx, {
    action: 'session.all_ended',
    targetType: 'user',
    targetId: whose,
    after: { sessions: ended },
  });
}
