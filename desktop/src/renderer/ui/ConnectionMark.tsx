import { useConnection } from '../app/connection';
import { useTranslation } from '../app/texts';
import classes from './ConnectionMark.module.css';
import { clockTime } from './time';

/** Whether the desk is reachable; without it, how old the data is. */
export function ConnectionMark() {
  const { t, i18n } = useTranslation();
  const { status, lastOnlineAt } = useConnection();
  return (
    <div className={classes.mark} role="status" data-testid="connection" data-state={status}>
      <span className={classes.dot} data-state={status} aria-hidden="true" />
      <span>
        {t(`connection.${status}`)}
        {status !== 'online' && lastOnlineAt !== null && (
          <span className={classes.age}>
            {t('connection.dataFrom', { time: clockTime(lastOnlineAt, i18n.language) })}
          </span>
        )}
      </span>
    </div>
  );
}
