import { isQuietAt } from '@tikethet/shared/notices';
import { preferencesOf } from '../../domain/people/preferences';
import type { User } from '../../domain/people/user';
import type { OutCall } from './call';

/** Methods that put something new into a chat. */
const RINGS = /^(send|copy|forward)/;

/**
 * What to call with in somebody's quiet hours: the same, without a sound. Decided when it is sent,
 * so that what waited through the night rings in the morning.
 * @param reader null: no person of the desk, who has chosen nothing
 */
export function quietly(call: OutCall, reader: User | null, now: Date): Record<string, unknown> {
  const params = call.params();
  const quiet = reader !== null && RINGS.test(call.method) && isQuietAt(preferencesOf(reader), now);
  return quiet ? { ...params, disable_notification: true } : params;
}
