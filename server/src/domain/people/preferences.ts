import { preferences, preferencesChange } from '@tikethet/shared/contracts';
import {
  changePreferences,
  DEFAULT_PREFERENCES,
  DEFAULT_TIME_ZONE,
  type Preferences,
} from '@tikethet/shared/notices';
import type { User } from './user';

/** Stored by an earlier or later version, or on a machine that knew another list of zones. */
const stored = preferencesChange.extend({
  timeZone: preferences.shape.timeZone.catch(DEFAULT_TIME_ZONE).optional(),
});

/** What a person has chosen, with the desk's defaults for the rest. */
export function preferencesOf(user: Pick<User, 'preferences'>): Preferences {
  return changePreferences(DEFAULT_PREFERENCES, stored.parse(user.preferences));
}
