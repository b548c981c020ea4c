import { api, session } from '../api/api';
import { keys } from '../api/queries';
import { showLanguage } from '../i18n/setup';
import { parseStart } from '../init/startParam';
import { startParam } from '../init/telegram';
import { readNewTicket, writeNewTicket } from '../state/drafts';
import { push } from './navigation';
import { queryClient } from './queryClient';

async function openTicketByNumber(number: number): Promise<void> {
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

/** The live feed is worth 14 kB of script: the list goes first. */
function afterFirstScreen(act: () => void): void {
  // Safari has no idle callback.
  if ('requestIdleCallback' in window) requestIdleCallback(act, { timeout: 1_000 });
  else setTimeout(act, 300);
}

let followed = false;

/** After the sign-in: the person's language, where the link points to, the live feed. */
export async function begin(): Promise<void> {
  const user = session.user();
  if (user) await showLanguage(user.language);
  if (followed) return;
  followed = true;
  const start = parseStart(startParam);
  // A link that leads nowhere leaves the person at the list, which is a fine place to be.
  if (start.open === 'ticket') await openTicketByNumber(start.number).catch(() => undefined);
  if (start.open === 'new') await openNewTicket(start.slug).catch(() => undefined);
  afterFirstScreen(() => {
    void import('../live/socket').then(({ startLive }) => startLive(queryClient));
  });
}
