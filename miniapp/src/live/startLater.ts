import { api } from '../api/api';
import { flushOutbox } from '../api/sendMessage';
import { queryClient } from '../app/queryClient';
import { nameDeskWords } from '../i18n/deskWords';
import { deskRules } from '../state/deskRules';
import { keepReads } from '../state/reads';
import { connection } from './connection';
import { unread } from './notifications';
import { startLive } from './socket';
import { installWorker } from './worker';

async function countUnread(): Promise<void> {
  const page = await api('GET /notifications', { limit: 1 }).catch(() => null);
  if (page) unread.set(page.unread);
}

/** What the desk has set may have changed while nobody was connected. */
async function learnDesk(): Promise<void> {
  const [desk, priorities] = await Promise.all([
    api('GET /desk', {}),
    api('GET /priorities', {}),
  ]).catch(() => [null, null]);
  if (desk) deskRules.set(desk);
  if (priorities) nameDeskWords(priorities.items);
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
      void learnDesk();
    }
    before = now;
  });
  window.addEventListener('online', flushOutbox);
  startLive(queryClient);
  flushOutbox();
  installWorker();
}
