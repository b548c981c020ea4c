import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app/tokens.css';
import './app/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { DesktopBridge } from '../bridge';
import { App } from './app/App';
import { watchErrors } from './app/watchErrors';

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
  createRoot(root).render(
    <StrictMode>
      <App bridge={bridge} />
    </StrictMode>,
  );
}
