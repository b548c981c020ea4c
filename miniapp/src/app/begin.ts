import type { Ticket } from '@tikethet/shared/contracts';
import { api, session } from '../api/api';
import { keys, type Pages } from '../api/queries';
import { showLanguage } from '../i18n/setup';
import { parseStart } from '../init/startParam';
import { startParam } from '../init/telegram';
import { readNewTicket, writeNewTicket } from '../state/drafts';
import { push } from './navigation';
import { queryClient } from './queryClient';

/** A ticket that is on the device already. */
function knownTicket(number: number): Ticket | undefined {
  return queryClient
    .getQueriesData<Pages<Ticket>>({ queryKey: keys.lists })
    .flatMap(([, data]) => data?.pages.flatMap((page) => page.items) ?? [])
    .find((one) => one.number === number);
}

async function openTicketByNumber(number: number): Promise<void> {
  const known = knownTicket(number);
  if (known) return push({ name: 'ticket', id: known.id });
  const { items } = await api('GET /tickets', { search: String(number), limit: 25 });
  const ticket = items.find((one) => one.number === number);
  if (!ticket) return;
  queryClient.setQueryData(keys.ticket(ticket.id), ticket);
  push({ name: 'ticket', id: ticket.id });
}

async function openNewTicket(slug: string): Promise<void> {
  const answer = await queryClient.fetchQuery({
    queryKey: keys.categories,
    queryFn: () => api('GET /categories', {}),
  });
  const category = answer.items.find((one) => one.slug === slug && one.isActive);
  if (category) writeNewTicket({ ...readNewTicket(), categoryId: category.id });
  push({ name: 'new', step: 1 });
  if (category) push({ name: 'new', step: 2 });
}

/** Milliseconds after which the first screen has waited long enough for its list. */
const LIST_LIMIT = 4_000;

/** The live feed is worth 14 kB of script: the list goes first, over a slow line above all. */
function afterFirstScreen(act: () => void): void {
  const cache = queryClient.getQueryCache();
  const go = () => {
    clearTimeout(timer);
    stop();
    // Safari has no idle callback.
    if ('requestIdleCallback' in window) requestIdleCallback(act, { timeout: 1_000 });
    else setTimeout(act, 300);
  };
  const timer = setTimeout(go, LIST_LIMIT);
  const stop = cache.subscribe((event) => {
    if (event.type !== 'updated') return;
    const queryKey: readonly unknown[] = event.query.queryKey as unknown[];
    const isList = keys.lists.every((part, at) => queryKey[at] === part);
    if (isList && ['success', 'error'].includes(event.action.type)) go();
  });
}

let begun = false;

/**
 * The person is known: their language, where the link points to, the live feed. Before the sign-in
 * it works with what the device has kept.
 */
export async function begin(): Promise<void> {
  const user = session.user();
  if (user) await showLanguage(user.language);
  if (begun) return;
  begun = true;
  afterFirstScreen(() => {
    void import('../live/startLater').then(({ startLater }) => startLater());
  });
  const start = parseStart(startParam);
  // A link that leads nowhere leaves the person at the list, which is a fine place to be.
  if (start.open === 'ticket') await openTicketByNumber(start.number).catch(() => undefined);
  if (start.open === 'new') await openNewTicket(start.slug).catch(() => undefined);
  if (start.open === 'article') push({ name: 'article', articleKey: start.slug });
}
