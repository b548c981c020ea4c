import { api } from '../api/api';
import { flushOutbox } from '../api/sendMessage';
import { queryClient } from '../app/queryClient';
import { keepReads } from '../state/reads';
import { connection } from './connection';
import { unread } from './notifications';
import { startLive } from './socket';
import { installWorker } from './worker';

async function countUnread(): Promise<void> {
  const page = await api('GET /notifications', { limit: 1 }).catch(() => null);
  if (page) unread.set(page.unread);
}

/** Everything that the first screen does not wait for. Called once. */
export function startLater(): void {
  keepReads(queryClient);
  let before = connection.get();
  connection.subscribe(() => {
    const now = connection.get();
    if (now === 'connected' && before !== 'connected') {
      flushOutbox();
      void countUnread();
    }
    before = now;
  });
  window.addEventListener('online', flushOutbox);
  startLive(queryClient);
  flushOutbox();
  installWorker();
}
