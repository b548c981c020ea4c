import {
  DEFAULT_TIME_ZONE,
  type Preferences,
  type QuietHours as Hours,
} from '@tikethet/shared/notices';
import { useTranslation } from 'react-i18next';
import { Switch } from '../../ui/Switch';
import { useChangePreferences } from './usePreferences';

/** What somebody who turns quiet hours on most likely means. */
const NIGHT: Hours = { from: '22:00', to: '08:00' };

const zoneHere = (): string =>
  Intl.DateTimeFormat().resolvedOptions().timeZone || DEFAULT_TIME_ZONE;

/** When the bot writes without a sound, on the person's clock. */
export function QuietHours({ preferences }: { preferences: Preferences }) {
  const { t } = useTranslation('account');
  const change = useChangePreferences();
  const { quietHours, timeZone } = preferences;
  const here = zoneHere();
  return (
    <>
      <div className="card account-gap">
        <Switch
          label={t('profile.quiet')}
          hint={t('profile.quietHint')}
          testId="quiet-hours"
          checked={quietHours !== null}
          onChange={(on) =>
            change(on ? { quietHours: NIGHT, timeZone: here } : { quietHours: null })
          }
        />
        {quietHours !== null &&
          (['from', 'to'] as const).map((end) => (
            <label key={end} className="setting">
              <span className="setting-text">{t(`profile.${end}`)}</span>
              <input
                type="time"
                required
                data-testid={`quiet-${end}`}
                value={quietHours[end]}
                onChange={(event) => {
                  const { value } = event.target;
                  // A time half typed is none yet.
                  if (value !== '') change({ quietHours: { ...quietHours, [end]: value } });
                }}
              />
            </label>
          ))}
        {quietHours !== null && timeZone !== here && (
          <button
            type="button"
            className="setting"
            data-testid="use-zone"
            onClick={() => change({ timeZone: here })}
          >
            <span className="setting-text">
              {t('profile.useZone', { zone: here })}
              <span className="setting-hint">{t('profile.zone', { zone: timeZone })}</span>
            </span>
          </button>
        )}
      </div>
      {quietHours !== null && timeZone === here && (
        <p className="account-hint">{t('profile.zone', { zone: timeZone })}</p>
      )}
    </>
  );
}
