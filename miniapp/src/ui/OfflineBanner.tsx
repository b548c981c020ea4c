import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { connection } from '../live/connection';
import { useStore } from '../state/store';

/** Short interruptions heal by themselves; only a longer one is worth a line (milliseconds). */
const PATIENCE = 2_500;

export function OfflineBanner() {
  const { t } = useTranslation();
  const offline = useStore(connection) === 'offline';
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(offline), offline ? PATIENCE : 0);
    return () => clearTimeout(timer);
  }, [offline]);
  return (
    <div role="status" className="offline-holder">
      {shown && <div className="offline-banner">{t('offlineBanner')}</div>}
    </div>
  );
}
