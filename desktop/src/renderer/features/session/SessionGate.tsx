import { useQueryClient } from '@tanstack/react-query';
import { isStaff } from '@tikethet/shared/permissions';
import { useEffect, useState } from 'react';
import type { SessionState } from '../../app/bridge';
import { useBridge } from '../../app/bridge';
import { usePreferences } from '../../app/preferences';
import { Router } from '../../app/router';
import { forgetDrafts } from '../../app/write/draft';
import { PersonShortcuts } from '../../app/shortcuts/PersonShortcuts';
import { NotForCustomers } from './NotForCustomers';
import { Opening } from './Opening';
import { ViewAsProvider } from '../viewAs/ViewAsProvider';
import { SessionContext } from './sessionContext';
import { SignInScreen } from './SignInScreen';

/** Nothing of the person is to stay here. A session that merely ended leaves their drafts. */
function isFarewell(state: SessionState): boolean {
  return state.status === 'signedOut' && (state.reason === 'none' || state.reason === 'wiped');
}

/** Shows the desk to those who are signed in, the sign-in to everybody else. */
export function SessionGate() {
  const bridge = useBridge();
  const client = useQueryClient();
  const { setDeskLanguage } = usePreferences();
  const [state, setState] = useState<SessionState | null>(null);

  useEffect(() => {
    let told = false;
    let signedIn = false;
    const stop = bridge.on('session', (next) => {
      told = true;
      if (signedIn && isFarewell(next)) forgetDrafts(localStorage);
      signedIn = next.status === 'signedIn';
      setState(next);
    });
    void bridge.session.state().then((first) => {
      if (told) return;
      signedIn = first.status === 'signedIn';
      setState(first);
    });
    return stop;
  }, [bridge]);

  const user = state?.status === 'signedIn' ? state.user : null;
  useEffect(() => setDeskLanguage(user?.language), [user, setDeskLanguage]);
  const userId = user?.id ?? null;
  // What one person read is not there for the next.
  useEffect(() => () => client.clear(), [client, userId]);

  if (state === null) return <Opening />;
  if (state.status !== 'signedIn') return <SignInScreen state={state} />;
  if (!isStaff(state.user.role)) return <NotForCustomers name={state.user.displayName} />;
  return (
    <SessionContext value={state}>
      <ViewAsProvider key={state.user.id} me={state.user}>
        <PersonShortcuts>
          <Router />
        </PersonShortcuts>
      </ViewAsProvider>
    </SessionContext>
  );
}
