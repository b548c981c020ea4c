import type { Me } from '@tikethet/shared/contracts';
import { isStaff } from '@tikethet/shared/permissions';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe, useSummary } from '../../api/account';
import { currentLanguage } from '../../i18n/setup';
import { Avatar } from '../../ui/Avatar';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { TopBar } from '../../ui/TopBar';
import { SkeletonRows } from '../tickets/SkeletonRows';
import { Counts } from './Counts';
import { EraseSheet } from './EraseSheet';
import { HomeScreen } from './HomeScreen';
import { LanguageChoice } from './LanguageChoice';
import { MyData } from './MyData';
import { NoticeSettings } from './NoticeSettings';
import { QuietHours } from './QuietHours';
import '../../ui/styles/account.css';

/** Who the person is here, what they want to be told, and what becomes of their data. */
export function ProfileScreen() {
  const { t } = useTranslation('account');
  const me = useMe();
  const [erasing, setErasing] = useState(false);
  return (
    <div className="screen">
      <TopBar title={t('profile.title')} />
      <div className="scroller">
        {me.data ? (
          <div className="account" data-testid="profile">
            <PersonCard me={me.data} />
            <LanguageChoice />
            <NoticeSettings me={me.data} />
            <QuietHours preferences={me.data.preferences} />
            <HomeScreen />
            <MyData onErase={isStaff(me.data.role) ? null : () => setErasing(true)} />
          </div>
        ) : me.isError ? (
          <ErrorNotice
            title={t('profile.errorTitle')}
            error={me.error}
            busy={me.isFetching}
            onRetry={() => void me.refetch()}
          />
        ) : (
          <SkeletonRows count={4} />
        )}
      </div>
      {erasing && <EraseSheet onClose={() => setErasing(false)} />}
    </div>
  );
}

function PersonCard({ me }: { me: Me }) {
  const { t } = useTranslation('account');
  const summary = useSummary();
  const since = new Intl.DateTimeFormat(currentLanguage(), { dateStyle: 'long' });
  return (
    <>
      <div className="person">
        <Avatar id={me.id} name={me.displayName} url={summary.data?.avatarUrl ?? null} />
        <div>
          <h2>{me.displayName}</h2>
          {me.username !== null && <p>@{me.username}</p>}
          <p>{t('profile.since', { date: since.format(new Date(me.createdAt)) })}</p>
        </div>
      </div>
      <Counts summary={summary.data} />
    </>
  );
}
