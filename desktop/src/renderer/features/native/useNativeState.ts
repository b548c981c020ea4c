import { useEffect, useState } from 'react';
import type { NativeState } from '../../app/native';
import { useBridge } from '../../app/bridge';
import { usePreferences } from '../../app/preferences';

/** What this computer does for the console; null for the moment until it has answered. */
export function useNativeState(): [NativeState | null, (state: NativeState) => void] {
  const bridge = useBridge();
  const { preferences } = usePreferences();
  const [state, setState] = useState<NativeState | null>(null);
  const { shortcut } = preferences;
  useEffect(() => {
    let current = true;
    void bridge.native.state().then((known) => current && setState(known));
    return () => {
      current = false;
    };
    // Whether a key could be had is known after it was chosen.
  }, [bridge, shortcut]);
  return [state, setState];
}
