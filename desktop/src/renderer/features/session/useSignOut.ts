import { useCallback } from 'react';
import { useBridge } from '../../app/bridge';

/** Ends the session and erases what is kept here: who signs in next begins at the inbox. */
export function useSignOut(): () => void {
  const bridge = useBridge();
  return useCallback(() => {
    window.history.replaceState(null, '', '#');
    void bridge.session.signOut();
  }, [bridge]);
}
