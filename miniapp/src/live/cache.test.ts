import type { Message, Ticket, TicketChange } from '@tikethet/shared/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pages } from '../api/queries';
import { NO_FILTER } from '../api/ticketFilter';
import {
  addChanges,
  orderedMessages,
  placeTicket,
  removeTicket,
  upsertMessage,
  withLastMessage,
  withMark,
} from './cache';

const stamp = (minute: number): string => new Date(Date.UTC(2025, 0, 1, 0, minute)).toISOString();

function ticket(id: string, minute: number, change: Partial<Ticket> = {}): Ticket {
  return {
    id,
    number: 1,
    status: 'OPEN',
    version: 1,
    lastPosition: 1,
    readByCustomer: 1,
    readByStaff: 0,
    unread: 0,
    updatedAt: stamp(minute),
    lastMessage: null,
    ...change,
  } as Ticket;
}

function message(id: string, position: number, change: Partial<Message> = {}): Message {
  return {
    id,
    position,
    content: id,
    internal: false,
    author: { id: 'a', displayName: 'A', side: 'STAFF' },
    createdAt: stamp(position),
    editedAt: null,
    deletedAt: null,
    ...change,
  } as Message;
}

function pages<T>(...lists: T[][]): Pages<T> {
  return {
    pageParams: lists.map(() => null),
    pages: lists.map((items, at) => ({ items, nextCursor: at === lists.length - 1 ? null : 'c' })),
  };
}

const ids = (data: Pages<{ id: string }>): string[][] =>
  data.pages.map((page) => page.items.map((item) => item.id));
const all = NO_FILTER;

describe('placeTicket', () => {
  const list = pages([ticket('a', 9), ticket('b', 8)], [ticket('c', 5)]);

  it('moves a changed ticket to the top', () => {
    expect(ids(placeTicket(list, ticket('c', 10, { version: 2 }), all))).toEqual([
      ['c', 'a', 'b'],
      [],
    ]);
  });

  it('inserts by time, also at the end', () => {
    expect(ids(placeTicket(list, ticket('d', 6), all))).toEqual([
      ['a', 'b'],
      ['d', 'c'],
    ]);
    expect(ids(placeTicket(list, ticket('d', 1), all))).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('leaves out what belongs to a page that is not loaded', () => {
    const more = { ...list, pages: list.pages.map((page) => ({ ...page, nextCursor: 'more' })) };
    expect(ids(placeTicket(more, ticket('d', 1), all))).toEqual([['a', 'b'], ['c']]);
  });

  it('takes a ticket out when its status no longer fits', () => {
    const closed = ticket('a', 11, { status: 'CLOSED', version: 2 });
    expect(ids(placeTicket(list, closed, { ...NO_FILTER, status: 'OPEN' }))).toEqual([
      ['b'],
      ['c'],
    ]);
  });

  it('ignores an older version', () => {
    const newer = pages([ticket('a', 9, { version: 5 })]);
    expect(placeTicket(newer, ticket('a', 10, { version: 4 }), all)).toBe(newer);
  });

  it('changes but does not add under a search', () => {
    const found = { ...NO_FILTER, search: 'x' };
    expect(placeTicket(list, ticket('d', 10), found)).toBe(list);
    const changed = placeTicket(list, ticket('b', 12, { version: 2, status: 'CLOSED' }), found);
    expect(ids(changed)).toEqual([['a', 'b'], ['c']]);
    expect(changed.pages[0]?.items[1]?.status).toBe('CLOSED');
  });

  it('removes', () => {
    expect(ids(removeTicket(list, 'b'))).toEqual([['a'], ['c']]);
    expect(removeTicket(list, 'x')).toBe(list);
  });

  it('fills an empty list', () => {
    expect(ids(placeTicket(pages<Ticket>([]), ticket('a', 1), all))).toEqual([['a']]);
  });
});

describe('withLastMessage', () => {
  it('shows the newest message and lifts the ticket', () => {
    const after = withLastMessage(ticket('a', 1), message('m', 5));
    expect(after.lastMessage).toMatchObject({ content: 'm', fromStaff: true });
    expect(after.updatedAt).toBe(stamp(5));
  });

  it('keeps a newer one', () => {
    const now = withLastMessage(ticket('a', 1), message('m', 5));
    expect(withLastMessage(now, message('old', 3))).toBe(now);
  });
});

describe('read marks', () => {
  const answer = message('m', 5);
  const mine = message('n', 6, { author: { id: 'me', displayName: 'Me', side: 'CUSTOMER' } });
  const mark = { ticketId: 'a', readerId: 'me', side: 'CUSTOMER' as const, unread: 0 };

  it('counts an answer of the staff once, however often it arrives', () => {
    const once = withLastMessage(ticket('a', 1), answer);
    expect(once).toMatchObject({ unread: 1, lastPosition: 5, readByStaff: 5, readByCustomer: 1 });
    expect(withLastMessage(once, { ...answer, editedAt: stamp(9) }).unread).toBe(1);
  });

  it('takes what the person writes as having read', () => {
    const after = withLastMessage(withLastMessage(ticket('a', 1), answer), mine);
    expect(after).toMatchObject({ unread: 0, readByCustomer: 6, readByStaff: 5 });
  });

  it('moves forward only', () => {
    const read = withMark(ticket('a', 1, { unread: 4 }), { ...mark, position: 5 });
    expect(read).toMatchObject({ readByCustomer: 5, unread: 0 });
    expect(withMark(read, { ...mark, position: 3, unread: 2 })).toBe(read);
    const seen = withMark(read, { ...mark, side: 'STAFF', readerId: null, position: 5 });
    expect(seen.readByStaff).toBe(5);
    expect(withMark(seen, { ...mark, side: 'STAFF', position: 4 })).toBe(seen);
  });
});

describe('addChanges', () => {
  const change = (id: string): TicketChange => ({ id }) as TicketChange;

  it('puts new changes on top, each once', () => {
    const data = pages([change('b'), change('a')]);
    expect(ids(addChanges(data, [change('b'), change('c'), change('d')]))).toEqual([
      ['d', 'c', 'b', 'a'],
    ]);
    expect(addChanges(data, [change('a')])).toBe(data);
  });
});

describe('messages', () => {
  it('replaces by id and keeps what is newer', () => {
    const data = pages([message('a', 1, { deletedAt: stamp(9), content: '' })]);
    expect(upsertMessage(data, message('a', 1, { editedAt: stamp(8) }))).toBe(data);
    const edited = pages([message('a', 1, { editedAt: stamp(9) })]);
    expect(upsertMessage(edited, message('a', 1))).toBe(edited);
    expect(
      upsertMessage(edited, message('a', 1, { deletedAt: stamp(10), editedAt: stamp(9) })),
    ).not.toBe(edited);
  });

  it('never shows a note of staff', () => {
    expect(orderedMessages(pages([message('a', 1, { internal: true })]))).toEqual([]);
  });

  it('is the same in whatever order and however often events arrive', () => {
    const events = [1, 2, 3, 4, 5].map((position) => message(`m${position}`, position));
    fc.assert(
      fc.property(
        fc
          .array(fc.constantFrom(...events), { maxLength: 30 })
          .map((extra) => [...extra, ...events]),
        (arrived) => {
          const data = arrived.reduce(upsertMessage, pages<Message>([]));
          expect(orderedMessages(data)).toEqual(events);
        },
      ),
    );
  });
});
