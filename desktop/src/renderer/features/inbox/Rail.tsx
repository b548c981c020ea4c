import {
  IconArchive,
  IconAdjustments,
  IconCircleCheck,
  IconClockHour4,
  IconInbox,
  IconKeyboard,
  IconSettings,
  IconUser,
  IconUserQuestion,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import type { TicketCounts } from '@tikethet/shared/contracts';
import { useDesk } from '../../app/DeskProvider';
import { useCategories } from '../../app/queries/categories';
import { useTicketCounts } from '../../app/queries/tickets';
import { Avatar } from '../../ui/Avatar';
import { ConnectionMark } from '../../ui/ConnectionMark';
import { IconButton } from '../../ui/IconButton';
import { ResizeHandle } from '../../ui/ResizeHandle';
import { PANE_LIMITS, usePanes } from '../../ui/usePanes';
import { useAdminPages } from '../admin/useAdminPages';
import { AvailabilityMenu } from '../native/AvailabilityMenu';
import { NotificationBell } from '../notifications/NotificationBell';
import { OutboxMark } from '../outbox/OutboxMark';
import { UpdateMark } from '../program/UpdateMark';
import classes from './Rail.module.css';
import { FIXED_VIEWS, type FixedView } from './views';

const ICONS = {
  mine: IconUser,
  unassigned: IconUserQuestion,
  active: IconInbox,
  waiting: IconClockHour4,
  resolved: IconCircleCheck,
  closed: IconArchive,
} as const satisfies Record<FixedView, unknown>;

const COUNT_OF: Readonly<Record<FixedView, (counts: TicketCounts) => number | undefined>> = {
  mine: (counts) => counts.mine,
  unassigned: (counts) => counts.unassigned,
  active: (counts) => counts.active,
  waiting: (counts) => counts.byStatus.WAITING_RESPONSE,
  resolved: (counts) => counts.byStatus.RESOLVED,
  closed: (counts) => counts.byStatus.CLOSED,
};

/** The views of the desk, who is signed in, and whether the desk is reachable. */
export function Rail({ onHelp }: { onHelp: () => void }) {
  const { panes, setPanes } = usePanes();
  const { t } = useTranslation();
  const { me } = useDesk();
  const counts = useTicketCounts();
  const { categories } = useCategories();
  const adminPages = useAdminPages();

  return (
    <nav className={classes.rail} style={{ width: panes.rail }} aria-label={t('views.label')}>
      <div className={classes.person}>
        <AvailabilityMenu>
          <Avatar person={me} size={24} />
          <span className={classes.who}>
            <span className={classes.name}>{me.displayName}</span>
            <span className={classes.role}>{t(`role.${me.role}`)}</span>
          </span>
        </AvailabilityMenu>
      </div>
      <ul className={classes.list}>
        {FIXED_VIEWS.map((view) => {
          const Icon = ICONS[view];
          const count = counts.data && COUNT_OF[view](counts.data);
          return (
            <li key={view}>
              <NavLink to={`/inbox/${view}`} className={classes.item} data-testid={`view-${view}`}>
                <Icon size={16} stroke={1.6} aria-hidden="true" />
                <span className={classes.label}>{t(`views.${view}`)}</span>
                <Count count={count} />
              </NavLink>
            </li>
          );
        })}
      </ul>
      {categories.length > 0 && (
        <>
          <h2 className={classes.heading}>{t('views.categories')}</h2>
          <ul className={`${classes.list} ${classes.categories}`}>
            {categories.map((category) => (
              <li key={category.id}>
                <NavLink
                  to={`/inbox/category-${category.id}`}
                  className={classes.item}
                  title={category.label}
                >
                  <span className={classes.emoji} aria-hidden="true">
                    {category.icon}
                  </span>
                  <span className={classes.label}>{category.label}</span>
                  <Count count={counts.data?.byCategory[category.id]} />
                </NavLink>
              </li>
            ))}
          </ul>
        </>
      )}
      <UpdateMark />
      <OutboxMark />
      <div className={classes.foot}>
        <ConnectionMark />
        <div className={classes.tools}>
          <NotificationBell />
          <IconButton label={t('views.help')} shortcut="?" onClick={onHelp}>
            <IconKeyboard size={16} stroke={1.6} />
          </IconButton>
          {adminPages.length > 0 && (
            <NavLink
              to="/admin"
              className={classes.tool}
              aria-label={t('admin.title')}
              title={t('admin.title')}
              data-testid="open-admin"
            >
              <IconAdjustments size={16} stroke={1.6} aria-hidden="true" />
            </NavLink>
          )}
          <NavLink to="/settings" className={classes.tool} aria-label={t('views.settings')}>
            <IconSettings size={16} stroke={1.6} aria-hidden="true" />
          </NavLink>
        </div>
      </div>
      <ResizeHandle
        label={t('panes.rail')}
        size={panes.rail}
        {...PANE_LIMITS.rail}
        pane="left"
        onResize={(size) => setPanes({ rail: size })}
      />
    </nav>
  );
}

/** How many there are; nothing for none, and thousands in short. */
function Count({ count = 0 }: { count?: number | undefined }) {
  const { i18n } = useTranslation();
  if (count === 0) return null;
  const short = new Intl.NumberFormat(i18n.language, {
    notation: 'compact',
    maximumFractionDigits: 1,
  });
  return <span className={classes.count}>{short.format(count)}</span>;
}
