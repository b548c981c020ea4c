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

async function start(): Promise<void> {
  followTheme();
  followViewport();
  followHistory();
  const user = rememberedUser();
  const kept = user !== null && mayShowKept() ? restoreReads(queryClient) : Promise.resolve(false);
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), PATIENCE));
  const [known] = await Promise.all([
    Promise.race([kept, late]),
    showLanguage(user?.language ?? nearestLanguage(languageOf(initData) ?? navigator.language)),
  ]);
  const root = document.getElementById('root');
  if (!root) return;
  createRoot(root).render(
    <QueryClientProvider client={queryClient}>
      <App known={known} kept={kept} />
    </QueryClientProvider>,
  );
  announceReady();
}

void start();
