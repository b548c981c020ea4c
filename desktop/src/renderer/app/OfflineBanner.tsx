import { momentOf, useNow } from '../ui/time';
import { useBridge } from './bridge';
import { useConnection } from './connection';
import classes from './Shell.module.css';
import { useTranslation } from './texts';

/**
 * Says that what is on screen may be old, and whether work can go on.
 * @param withAge says how old: where nothing else on the screen does
 */
export function OfflineBanner({ withAge = false }: { withAge?: boolean }) {
  const { t, i18n } = useTranslation();
  const { kind } = useBridge();
  const { status, lastOnlineAt } = useConnection();
  const now = useNow();
  if (status !== 'offline') return null;
  const time = lastOnlineAt === null ? null : momentOf(lastOnlineAt, now, i18n.language);
  return (
    <div className={classes.banner} role="alert" data-testid="offline-banner">
      {kind === 'electron'
        ? t('outbox.banner')
        : time === null
          ? t('connection.bannerNever')
          : t('connection.banner', { time })}
      {kind === 'electron' && withAge && time !== null && (
        <> ({t('connection.dataFrom', { time })})</>
      )}
    </div>
  );
}
