import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { followHistory } from './app/navigation';
import { queryClient } from './app/queryClient';
import { showLanguage } from './i18n/setup';
import { languageOf, nearestLanguage } from './init/launchData';
import { announceReady, initData } from './init/telegram';
import { followTheme } from './init/theme';
import { followViewport } from './init/viewport';
import './ui/styles/base.css';
import './ui/styles/controls.css';
import './ui/styles/layout.css';
import './ui/styles/tickets.css';

async function start(): Promise<void> {
  followTheme();
  followViewport();
  followHistory();
  await showLanguage(nearestLanguage(languageOf(initData) ?? navigator.language));
  const root = document.getElementById('root');
  if (!root) return;
  createRoot(root).render(
    <QueryClientProvider client={queryClient}>
      <App />
    </QueryClientProvider>,
  );
  announceReady();
}

void start();
