import { CONTROL } from '../../feed/audience';
import { emit, type Ctx } from '../context';

interface SessionRow {
  id: string;
  user_id: string;
  revoked_at: Date | null;
}

/**
 * Ends sessions: their tokens die now, their sockets as soon as every node that holds one has
 * read it in the feed. What is ended already stays as it is.
 */
async function revoke(ctx: Ctx, which: Partial<SessionRow>): Promise<void> {
  const revoked = await ctx
    .trx<SessionRow>('sessions')
    .where(which)
    .whereNull('revoked_at')
    .update({ revoked_at: ctx.now })
    .returning(['id', 'user_id']);
  if (revoked.length === 0) return;
  await emit(
    ctx,
    ...revoked.map((session) => ({
      type: 'session.revoked' as const,
      ticketId: null,
      audience: { staff: [CONTROL], customer: [], hidden: [] },
      data: { sessionId: session.id, userId: session.user_id },
      customerData: null,
    })),
  );
}

/** Ends one session. */
export function revokeSession(ctx: Ctx, sessionId: string): Promise<void> {
  return revoke(ctx, { id: sessionId });
}

/** Signs a person out everywhere. */
export function revokeSessionsOf(ctx: Ctx, userId: string): Promise<void> {
  return revoke(ctx, { user_id: userId });
}
