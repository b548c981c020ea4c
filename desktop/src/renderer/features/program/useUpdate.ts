import { useEffect, useState } from 'react';

import { useBridge, type UpdateState } from '../../app/bridge';

/** What is known of newer versions of this program, as it changes. */
export function useUpdate(): UpdateState {
  const bridge = useBridge();
  const [update, setUpdate] = useState<UpdateState>({ status: 'off' });
  useEffect(() => {
    let told = false;
    const stop = bridge.on('update', (next) => {
      told = true;
      setUpdate(next);
    });
    void bridge.program?.updates.state().then((first) => {
      if (!told) setUpdate(first);
    });
    return stop;
  }, [bridge]);
  return update;
}
