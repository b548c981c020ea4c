import type { DesktopBridge, SessionState } from './bridge';
import { createStore, type Store } from './store';
import { forgetDrafts } from './write/draft';

/** Nothing of the person is to stay here. A session that merely ended leaves their drafts. */
function isFarewell(state: SessionState): boolean {
  return state.status === 'signedOut' && (state.reason === 'none' || state.reason === 'wiped');
}

/** Follows who is signed in; null until that is known. */
export function followSession(bridge: DesktopBridge): Store<SessionState | null> {
  const store = createStore<SessionState | null>(null);
  bridge.on('session', (next) => {
    if (store.get()?.status === 'signedIn' && isFarewell(next)) forgetDrafts(localStorage);
    store.set(next);
  });
  void bridge.session.state().then((first) => {
    if (store.get() === null) store.set(first);
  });
  return store;
}
