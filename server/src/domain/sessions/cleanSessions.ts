import { SYSTEM } from '../context';
import type { Desk } from '../desk';
import { SESSION_DAYS } from './session';

/** Days for which a dead session is kept, so that its refresh tokens still get a clear answer. */
const KEPT_DAYS = 30;
const BATCH = 1_000;

/** Forgets sessions that died of disuse a month ago. */
export async function cleanSessions(desk: Desk): Promise<void> {
  for (;;) {
    const gone = await desk.run(SYSTEM, async ({ trx, now }) => {
      const before = new Date(now.getTime() - (SESSION_DAYS + KEPT_DAYS) * 86_400_000);
      const old = trx('sessions').select('id').where('last_used_at', '<', before).limit(BATCH);
      return trx('sessions').whereIn('id', old).delete();
    });
    if (gone < BATCH) return;
  }
}
