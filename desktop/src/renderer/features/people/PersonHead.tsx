import type { User } from '@tikethet/shared/contracts';
import { useDesk } from '../../app/DeskProvider';
import { useTranslation } from '../../app/texts';
import { Avatar } from '../../ui/Avatar';
import { RelativeTime } from '../../ui/RelativeTime';
import { shortDate } from '../../ui/time';
import classes from './PersonPanel.module.css';

/** Who this is. */
export function PersonHead({ user }: { user: User }) {
  const { t, i18n } = useTranslation();
  const { me } = useDesk();
  return (
    <header className={classes.head}>
      <Avatar person={user} size={44} />
      <div>
        <h2 className={classes.name}>
          {user.displayName}
          {user.id === me.id && ` · ${t('people.you')}`}
          {!user.isActive && <span className={classes.blocked}>{t('people.blockedMark')}</span>}
        </h2>
        <p className={classes.facts}>
          {user.username !== null && <span>@{user.username}</span>}
          {user.telegramId !== null && (
            <span>
              {t('people.telegramId')} {user.telegramId}
            </span>
          )}
          <span>
            {t('people.since')} {shortDate(user.createdAt, i18n.language)}
          </span>
          {user.lastSeenAt === null ? (
            <span>{t('people.neverSeen')}</span>
          ) : (
            <span>
              {t('people.seen')}: <RelativeTime at={user.lastSeenAt} />
            </span>
          )}
          {user.botBlocked && <span>{t('people.botBlocked')}</span>}
        </p>
      </div>
    </header>
  );
}
