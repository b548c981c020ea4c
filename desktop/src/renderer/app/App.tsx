import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { DesktopBridge, Preferences } from '../../bridge';
import { USUAL_PREFERENCES } from '../../bridge/preferences';
import { SessionGate } from '../features/session/SessionGate';
import { PanesProvider } from '../ui/usePanes';
import { TooltipHost } from '../ui/TooltipHost';
import { BridgeProvider } from './bridge';
import { ConnectionProvider } from './connection';
import { PreferencesProvider } from './preferences';
import { createQueryClient } from './queryClient';

/** The staff console: the same in Electron and in a browser, apart from its bridge. */
export function App({ bridge }: { bridge: DesktopBridge }) {
  const [client] = useState(createQueryClient);
  const [preferences, setPreferences] = useState<Preferences | null>(null);
  useEffect(() => {
    bridge.preferences.get().then(setPreferences, () => setPreferences(USUAL_PREFERENCES));
  }, [bridge]);
  // A few milliseconds: drawing in the wrong theme or language first would flicker.
  if (!preferences) return null;
  return (
    <BridgeProvider bridge={bridge}>
      <QueryClientProvider client={client}>
        <ConnectionProvider>
          <PreferencesProvider initial={preferences}>
            <Notifications position="bottom-left" limit={4} autoClose={6000} zIndex={500} />
            <PanesProvider>
              <SessionGate />
            </PanesProvider>
            <TooltipHost />
          </PreferencesProvider>
        </ConnectionProvider>
      </QueryClientProvider>
    </BridgeProvider>
  );
}
