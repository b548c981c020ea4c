import { Notifications } from '@mantine/notifications';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { SessionGate } from '../features/session/SessionGate';
import { PanesProvider } from '../ui/usePanes';
import { TooltipHost } from '../ui/TooltipHost';
import { BridgeProvider, type DesktopBridge, type Preferences, type SessionState } from './bridge';
import { ConnectionProvider } from './connection';
import { PreferencesProvider } from './preferences';
import type { Store } from './store';

interface Props {
  bridge: DesktopBridge;
  client: QueryClient;
  /** Who is signed in; null until that is known. */
  session: Store<SessionState | null>;
  /** As they were at the start. */
  preferences: Preferences;
}

/** The staff console: the same in Electron and in a browser, apart from its bridge. */
export function App({ bridge, client, session, preferences }: Props) {
  return (
    <BridgeProvider bridge={bridge}>
      <QueryClientProvider client={client}>
        <ConnectionProvider>
          <PreferencesProvider initial={preferences} session={session}>
            <Notifications position="bottom-left" limit={4} autoClose={6000} zIndex={500} />
            <PanesProvider>
              <SessionGate session={session} />
            </PanesProvider>
            <TooltipHost />
          </PreferencesProvider>
        </ConnectionProvider>
      </QueryClientProvider>
    </BridgeProvider>
  );
}
