import type { User } from '@tikethet/shared/contracts';
import { useDesk } from '../../app/DeskProvider';
import { useTranslation } from '../../app/texts';
import { Avatar } from '../../ui/Avatar';
import { NavLink } from '../../ui/Link';
import { RelativeTime } from '../../ui/RelativeTime';
import classes from './PeopleList.module.css';
import { RoleMark } from './RoleMark';

/** A person in the list: who they are, what they are here, when they were here last. */
export function PersonRow({ user, selected }: { user: User; selected: boolean }) {
  const { t } = useTranslation();
  const { me } = useDesk();
  return (
    <li className={classes.row} data-selected={selected} data-testid="person-row">
      <NavLink to={`/admin/people/${user.id}`} className={classes.link}>
        <Avatar person={user} size={28} />
        <span className={classes.who}>
          <span className={classes.name}>
            {user.displayName}
            {user.id === me.id && <span className={classes.quiet}> · {t('people.you')}</span>}
          </span>
          <span className={classes.quiet}>
            {user.username === null ? user.telegramId : `@${user.username}`}
          </span>
        </span>
        <span className={classes.side}>
          <RoleMark role={user.role} />
          {user.lastSeenAt !== null && (
            <RelativeTime at={user.lastSeenAt} className={classes.quiet} />
          )}
        </span>
      </NavLink>
    </li>
  );
}
