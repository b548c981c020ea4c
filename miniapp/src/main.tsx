import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { App, mayShowKept } from './app/App';
import { followHistory } from './app/navigation';
import { queryClient } from './app/queryClient';
import { showLanguage } from './i18n/setup';
import { languageOf, nearestLanguage } from './init/launchData';
import { announceReady, initData } from './init/telegram';
import { followTheme } from './init/theme';
import { followViewport } from './init/viewport';
import { restoreReads } from './state/reads';
import { rememberedUser } from './state/remembered';
import './ui/styles/base.css';
import './ui/styles/controls.css';
import './ui/styles/layout.css';
import './ui/styles/tickets.css';

/** A database that does not open must not keep the app from doing so. Milliseconds. */
const PATIENCE = 600;

function restoreSoon(): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), PATIENCE));
  return Promise.race([restoreReads(queryClient), late]);
}

async function start(): Promise<void> {
  followTheme();
  followViewport();
  followHistory();
  const user = rememberedUser();
  const [kept] = await Promise.all([
    user !== null && mayShowKept() ? restoreSoon() : false,
    showLanguage(user?.language ?? nearestLanguage(languageOf(initData) ?? navigator.language)),
  ]);
  const root = document.getElementById('root');
  if (!root) return;
  createRoot(root).render(
    <QueryClientProvider client={queryClient}>
      <App known={kept} />
    </QueryClientProvider>,
  );
  announceReady();
}

void start();
