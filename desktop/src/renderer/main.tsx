import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app/tokens.css';
import './app/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { DesktopBridge } from '../bridge';
import { USUAL_PREFERENCES } from '../bridge/preferences';
import { App } from './app/App';
import { prefetchTicketList } from './app/queries/ticketList';
import { createQueryClient } from './app/queryClient';
import { isAtHome } from './app/router';
import { followSession } from './app/session';
import { watchErrors } from './app/watchErrors';
import { combineFilters, NO_FILTERS } from './features/inbox/filters';
import { HOME } from './features/inbox/views';

/** Electron's preload leaves its bridge on the window; a plain browser brings its own. */
async function findBridge(): Promise<DesktopBridge> {
  if (window.tikethet) return window.tikethet;
  const { createWebBridge } = await import('./webBridge');
  return createWebBridge();
}

const root = document.getElementById('root');
if (root) {
  const bridge = await findBridge();
  watchErrors(bridge);
  const session = followSession(bridge);
  const client = createQueryClient();
  // From the disk it is there before the page is drawn.
  if (bridge.kind === 'electron' && isAtHome()) {
    prefetchTicketList(bridge, client, combineFilters(HOME, NO_FILTERS));
  }
  // A few milliseconds: drawing in the wrong theme or language first would flicker.
  const preferences = await bridge.preferences.get().catch(() => USUAL_PREFERENCES);
  createRoot(root).render(
    <StrictMode>
      <App bridge={bridge} client={client} session={session} preferences={preferences} />
    </StrictMode>,
  );
}
