import type { Ctx } from '../context';
import { SESSION_DAYS } from './session';

/** Days for which a dead session is kept, so that its refresh tokens still get a clear answer. */
const KEPT_DAYS = 30;
/** Rows one call deletes at most of each kind. */
const BATCH = 1_000;

/**
 * Forgets sign-ins of devices that ran out a day ago and sessions dead for a month.
 * @returns how many rows went; call again while it is not 0
 */
export async function cleanSignIns(ctx: Ctx): Promise<number> {
  const daysAgo = (days: number) => new Date(ctx.now.getTime() - days * 86_400_000);
  const grants = await ctx
    .trx('device_grants')
    .whereIn(
      'id',
      ctx.trx('device_grants').select('id').where('expires_at', '<', daysAgo(1)).limit(BATCH),
    )
    .delete();
  const sessions = await ctx
    .trx('sessions')
    .whereIn(
      'id',
      ctx
        .trx('sessions')
        .select('id')
        .where('last_used_at', '<', daysAgo(SESSION_DAYS + KEPT_DAYS))
        .limit(BATCH),
    )
    .delete();
  return grants + sessions;
}
