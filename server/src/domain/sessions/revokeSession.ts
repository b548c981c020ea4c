import type { Knex } from 'knex';
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
 * @returns how many were ended
 */
async function revoke(
  ctx: Ctx,
  which: (query: Knex.QueryBuilder<SessionRow>) => void,
): Promise<number> {
  const revoked = await ctx
    .trx<SessionRow>('sessions')
    .where(which)
    .whereNull('revoked_at')
    .update({ revoked_at: ctx.now })
    .returning(['id', 'user_id']);
  if (revoked.length === 0) return 0;
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
  return revoked.length;
}

/** Ends one session. */
export async function revokeSession(ctx: Ctx, sessionId: string): Promise<void> {
  await revoke(ctx, (query) => void query.where({ id: sessionId }));
}

/**
 * Signs a person out everywhere.
 * @param exceptId a session that stays
 * @returns how many sessions were ended
 */
export function revokeSessionsOf(
  ctx: Ctx,
  userId: string,
  exceptId: string | null = null,
): Promise<number> {
  return revoke(ctx, (query) => {
    void query.where({ user_id: userId });
    if (exceptId !== null) void query.whereNot({ id: exceptId });
  });
}
