import { useEffect, useState } from 'react';
import { useSettings } from '../app/settings';
import { Icon } from '../ui/Icon';

export interface Pulse {
  kind: string;
  /** Grows with every pulse, so that equal ones are told apart. */
  count: number;
}

const shownMs = 900;

/** A phone would vibrate now; the page shows it. */
export function Haptics({ pulse }: { pulse: Pulse | null }) {
  const { t } = useSettings();
  const [over, setOver] = useState(0);
  const count = pulse?.count ?? 0;
  useEffect(() => {
    const timer = setTimeout(() => setOver(count), shownMs);
    return () => clearTimeout(timer);
  }, [count]);
  if (pulse === null || over === count) return null;
  return (
    <span className={`haptic ${pulse.kind}`} key={count} data-testid="haptic" title={t.haptic}>
      <Icon name="vibrate" size={16} /> {pulse.kind}
    </span>
  );
}
