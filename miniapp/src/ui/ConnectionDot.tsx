import { useTranslation } from 'react-i18next';
import { connection } from '../live/connection';
import { useStore } from '../state/store';

/** Grey at first, orange and pulsing while connecting, green, or red when offline. */
export function ConnectionDot() {
  const { t } = useTranslation();
  const state = useStore(connection);
  return (
    <span
      className="connection-dot"
      data-testid="connection-dot"
      data-state={state}
      role="img"
      aria-label={t(`connection.${state}`)}
      title={t(`connection.${state}`)}
    />
  );
}
