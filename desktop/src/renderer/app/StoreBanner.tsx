import { useEffect, useState } from 'react';
import type { StoreState } from '../../bridge';
import { useBridge } from './bridge';
import classes from './Shell.module.css';
import { useTranslation } from './texts';

/** Says when this computer cannot keep what is done here, or what happened to what was kept. */
export function StoreBanner() {
  const { t } = useTranslation();
  const bridge = useBridge();
  const [state, setState] = useState<StoreState>({ problem: null, loading: false });
  useEffect(() => bridge.on('store', setState), [bridge]);
  if (state.problem === null) return null;
  return (
    <div className={classes.banner} role="alert" data-testid="store-banner">
      {t(`outbox.problem.${state.problem}`)}
    </div>
  );
}
