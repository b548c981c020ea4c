import type { Message } from '@tikethet/shared/contracts';
import { unwrap } from '../../app/bridge';
import type { DesktopBridge } from '../../app/bridge';

const PAGE = 100;
/** Pages of messages that go on paper: more would be a book. */
const MOST_PAGES = 10;

/** A whole conversation by position, as far as it goes on paper; `cut`: its beginning is missing. */
export async function readConversation(
  bridge: Pick<DesktopBridge, 'read'>,
  ticketId: string,
): Promise<{ messages: Message[]; cut: boolean }> {
  const pages: Message[][] = [];
  let cursor: string | null = null;
  do {
    const page: { items: Message[]; nextCursor: string | null } = await unwrap(
      bridge.read('GET /tickets/{id}/messages', {
        id: ticketId,
        order: 'desc',
        limit: PAGE,
        ...(cursor !== null && { cursor }),
      }),
    );
    pages.push(page.items);
    cursor = page.nextCursor;
  } while (cursor !== null && pages.length < MOST_PAGES);
  return { messages: pages.flat().reverse(), cut: cursor !== null };
}
