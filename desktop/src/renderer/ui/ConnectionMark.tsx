import { useConnection } from '../app/connection';
import { useTranslation } from '../app/texts';
import classes from './ConnectionMark.module.css';
import { momentOf, useNow } from './time';

/** Whether the desk is reachable; without it, how old the data is. */
export function ConnectionMark() {
  const { t, i18n } = useTranslation();
  const { status, lastOnlineAt } = useConnection();
  const now = useNow();
  return (
    <div className={classes.mark} role="status" data-testid="connection" data-state={status}>
      <span className={classes.dot} data-state={status} aria-hidden="true" />
      <span>
        {t(`connection.${status}`)}
        {status !== 'online' && lastOnlineAt !== null && (
          <span className={classes.age}>
            {t('connection.dataFrom', { time: momentOf(lastOnlineAt, now, i18n.language) })}
          </span>
        )}
      </span>
    </div>
  );
}
