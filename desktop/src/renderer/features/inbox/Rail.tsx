import { IconAdjustments, IconKeyboard, IconSettings } from '@tabler/icons-react';
import { memo } from 'react';
import { useDesk } from '../../app/DeskProvider';
import { useTranslation } from '../../app/texts';
import { ColleagueFace } from '../../ui/ColleagueFace';
import { ConnectionMark } from '../../ui/ConnectionMark';
import { IconButton } from '../../ui/IconButton';
import { NavLink } from '../../ui/Link';
import { ResizeHandle } from '../../ui/ResizeHandle';
import { PANE_LIMITS, usePanes } from '../../ui/usePanes';
import { useAdminPages } from '../admin/useAdminPages';
import { AvailabilityMenu } from '../native/AvailabilityMenu';
import { NotificationBell } from '../notifications/NotificationBell';
import { OutboxMark } from '../outbox/OutboxMark';
import { UpdateMark } from '../program/UpdateMark';
import classes from './Rail.module.css';
import { RailViews } from './RailViews';

/**
 * The views of the desk, who is signed in, and whether the desk is reachable. It stands still while
 * one goes from ticket to ticket.
 */
export const Rail = memo(function Rail({ onHelp }: { onHelp: () => void }) {
  const { panes, setPanes } = usePanes();
  const { t } = useTranslation();
  const { me } = useDesk();
  const adminPages = useAdminPages();

  return (
    <nav className={classes.rail} style={{ width: panes.rail }} aria-label={t('views.label')}>
      <div className={classes.person}>
        <AvailabilityMenu>
          <ColleagueFace person={me} size={24} />
          <span className={classes.who}>
            <span className={classes.name}>{me.displayName}</span>
            <span className={classes.role}>{t(`role.${me.role}`)}</span>
          </span>
        </AvailabilityMenu>
        <NotificationBell />
      </div>
      <RailViews />
      <UpdateMark />
      <OutboxMark />
      <div className={classes.foot}>
        <ConnectionMark />
        <div className={classes.tools}>
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
});
