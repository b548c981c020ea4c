import { isQuietAt } from '@tikethet/shared/notices';
import type { Preferences } from '../../bridge';

/** Why the computer stays quiet now; null: it does not. */
export type Quiet = 'off' | 'muted' | 'quietHours' | null;

/** Nothing appears and nothing sounds then; what happened stands in the list all the same. */
export function quietAt(
  { notifications, mutedUntil, quietHours }: Preferences,
  now: Date,
  timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone,
): Quiet {
  if (!notifications) return 'off';
  if (mutedUntil !== null && now.toISOString() < mutedUntil) return 'muted';
  return isQuietAt({ quietHours, timeZone }, now) ? 'quietHours' : null;
}
