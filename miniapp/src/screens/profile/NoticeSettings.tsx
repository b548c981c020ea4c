import type { Me } from '@tikethet/shared/contracts';
import { CUSTOMER_NOTICES, STAFF_NOTICES } from '@tikethet/shared/notices';
import { isStaff } from '@tikethet/shared/permissions';
import { useTranslation } from 'react-i18next';
import { Switch } from '../../ui/Switch';
import { useChangePreferences } from './usePreferences';

/** What the person wants to be told. */
export function NoticeSettings({ me }: { me: Me }) {
  const { t } = useTranslation('account');
  const change = useChangePreferences();
  const { customerNotices, staffNotices } = me.preferences;
  return (
    <>
      <h2 className="account-heading">{t('profile.notices')}</h2>
      <div className="card">
        {CUSTOMER_NOTICES.map((name) => (
          <Switch
            key={name}
            label={t(`profile.notice.${name}`)}
            testId={`notice-${name}`}
            checked={customerNotices[name]}
            onChange={(next) => change({ customerNotices: { [name]: next } })}
          />
        ))}
      </div>
      <p className="account-hint">{t('profile.noticesHint')}</p>
      {isStaff(me.role) && (
        <>
          <h2 className="account-heading">{t('profile.staffNotices')}</h2>
          <div className="card">
            {STAFF_NOTICES.map((name) => (
              <Switch
                key={name}
                label={t(`profile.notice.${name}`)}
                testId={`notice-${name}`}
                checked={staffNotices[name]}
                onChange={(next) => change({ staffNotices: { [name]: next } })}
              />
            ))}
          </div>
        </>
      )}
    </>
  );
}
