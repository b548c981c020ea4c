import type { Message, Ticket } from '@tikethet/shared/contracts';
import { describe, expect, it } from 'vitest';
import { aMessage, aTicket, idOf, minute } from '../../testing/samples';
import { placeMessage, placeTicket, type Pages } from './pages';

const me = idOf(700);

function pagesOf<T>(pages: T[][], nextCursor: string | null = null): Pages<T> {
  return {
    pages: pages.map((items, index) => ({
      items,
      nextCursor: index < pages.length - 1 ? 'more' : nextCursor,
    })),
    pageParams: pages.map(() => null),
  };
}
const numbers = (data: Pages<Ticket>) => data.pages.map((page) => page.items.map((t) => t.number));

describe('a list when a ticket changes', () => {
  const three = () => pagesOf([[aTicket(30), aTicket(20)], [aTicket(10)]]);

  it('moves it up when it was changed last', () => {
    const moved = placeTicket(three(), aTicket(10, { updatedAt: minute(40) }), {}, me);
    expect(numbers(moved)).toEqual([[10, 30, 20], []]);
  });

  it('lets a new one in where the order wants it', () => {
    expect(numbers(placeTicket(three(), aTicket(15), {}, me))).toEqual([
      [30, 20],
      [15, 10],
    ]);
  });

  it('takes it out when it no longer fits', () => {
    const filters = { status: 'OPEN' };
    const left = placeTicket(three(), aTicket(20, { status: 'CLOSED' }), filters, me);
    expect(numbers(left)).toEqual([[30], [10]]);
  });

  it('leaves out what lies beyond the pages read so far', () => {
    const part = pagesOf([[aTicket(30), aTicket(20)]], 'more');
    expect(numbers(placeTicket(part, aTicket(5), {}, me))).toEqual([[30, 20]]);
    const all = pagesOf([[aTicket(30), aTicket(20)]]);
    expect(numbers(placeTicket(all, aTicket(5), {}, me))).toEqual([[30, 20, 5]]);
  });

  it('changes a search result in its place and lets nothing new in', () => {
    const filters = { search: 'refund' };
    const changed = placeTicket(three(), aTicket(20, { updatedAt: minute(50) }), filters, me);
    expect(numbers(changed)).toEqual([[30, 20], [10]]);
    expect(changed.pages[0]?.items[1]?.updatedAt).toBe(minute(50));
    expect(placeTicket(three(), aTicket(99), filters, me)).toEqual(three());
  });

  it('stays the same when the same fact comes twice', () => {
    const ticket = aTicket(15);
    const once = placeTicket(three(), ticket, {}, me);
    expect(placeTicket(once, ticket, {}, me)).toEqual(once);
  });
});

describe('a conversation when a message arrives', () => {
  const positions = (data: Pages<Message>) =>
    data.pages.map((page) => page.items.map(({ position }) => position));

  it('takes it as the newest, once', () => {
    const data = pagesOf([[aMessage(3), aMessage(2)], [aMessage(1)]]);
    const once = placeMessage(data, aMessage(4));
    expect(positions(once)).toEqual([[4, 3, 2], [1]]);
    expect(positions(placeMessage(once, aMessage(4)))).toEqual([[4, 3, 2], [1]]);
  });

  it('fills a gap in order', () => {
    const data = pagesOf([[aMessage(4), aMessage(2)]]);
    expect(positions(placeMessage(data, aMessage(3)))).toEqual([[4, 3, 2]]);
  });
});
