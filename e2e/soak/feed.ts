import type { DeskApi } from '../support/deskApi';
import type { Ground } from './ground';
import { markIn } from './plan';
import { parseEvent } from '../../desktop/src/sync/feedEvent';

/**
 * What took effect at the desk, ticket by ticket, in the order of the feed.
 * @param pattern of marks that are others than the plan's
 */
export async function effects(
  { admin, cursor, tickets }: Ground,
  pattern?: RegExp,
): Promise<string[][]> {
  const find = (text: string) => pattern?.exec(text)?.[0] ?? markIn(text);
  const index = new Map(tickets.map((ticket, number) => [ticket.id, number]));
  const marks: string[][] = tickets.map(() => []);
  const titles = tickets.map((ticket) => ticket.title);
  for await (const event of feedAfter(admin, cursor)) {
    const number = index.get(event.ticketId ?? '');
    if (number === undefined) continue;
    const { data, type } = event;
    if (type === 'message.created') {
      const mark = find(data.content);
      if (mark !== null) marks[number]?.push(mark);
    }
    if (type === 'ticket.updated' && data.title !== titles[number]) {
      titles[number] = data.title;
      marks[number]?.push(data.title);
    }
  }
  return marks;
}

async function* feedAfter({ call }: DeskApi, cursor: string) {
  for (let next = cursor; ;) {
    const page = await call('GET /sync', { cursor: next, limit: 500 });
    for (const item of page.items) {
      const parsed = parseEvent(item);
      if (parsed.kind === 'event') yield parsed.event;
    }
    if (page.items.length === 0) return;
    next = page.nextCursor;
  }
}
