import { clockTime } from '../ui/time';
import { useBridge } from './bridge';
import { useConnection } from './connection';
import classes from './Shell.module.css';
import { useTranslation } from './texts';

/** Says that what is on screen may be old, and whether work can go on. */
export function OfflineBanner() {
  const { t, i18n } = useTranslation();
  const { kind } = useBridge();
  const { status, lastOnlineAt } = useConnection();
  if (status !== 'offline') return null;
  return (
    <div className={classes.banner} role="alert" data-testid="offline-banner">
      {kind === 'electron'
        ? t('outbox.banner')
        : lastOnlineAt === null
          ? t('connection.bannerNever')
          : t('connection.banner', { time: clockTime(lastOnlineAt, i18n.language) })}
    </div>
  );
}
