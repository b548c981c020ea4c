import { useQueryClient } from '@tanstack/react-query';
import { isStaff } from '@tikethet/shared/permissions';
import { useEffect } from 'react';
import type { SessionState } from '../../app/bridge';
import { Router } from '../../app/router';
import { PersonShortcuts } from '../../app/shortcuts/PersonShortcuts';
import { useStore, type Store } from '../../app/store';
import { NotForCustomers } from './NotForCustomers';
import { Opening } from './Opening';
import { ViewAsProvider } from '../viewAs/ViewAsProvider';
import { SessionContext } from './sessionContext';
import { SignInScreen } from './SignInScreen';

/** Shows the desk to those who are signed in, the sign-in to everybody else. */
export function SessionGate({ session }: { session: Store<SessionState | null> }) {
  const client = useQueryClient();
  const state = useStore(session, (now) => now);
  const user = state?.status === 'signedIn' ? state.user : null;
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
