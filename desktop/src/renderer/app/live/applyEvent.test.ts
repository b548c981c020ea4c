import { QueryClient } from '@tanstack/react-query';
import type { Message, Ticket } from '@tikethet/shared/contracts';
import type { FeedEvent } from '@tikethet/shared/events';
import { beforeEach, describe, expect, it } from 'vitest';
import { aMessage, aTicket, idOf, minute } from '../../testing/samples';
import { keys } from '../keys';
import { applyEvent, SeenEvents } from './applyEvent';
import { Desk } from './desk';
import type { Page, Pages } from './pages';

const me = idOf(700);
let client: QueryClient;
let desk: Desk;

type Body = Pick<FeedEvent, 'type' | 'data'> & { ticketId?: string };
function happen(body: Body): void {
  const event = { id: idOf(1), cursor: 'c', ticketId: idOf(1), actorId: null, at: minute(0) };
  applyEvent(client, desk, { ...event, ...body } as FeedEvent);
}
function keep<T>(key: readonly unknown[], items: T[]): void {
  const pages: Page<T>[] = [{ items, nextCursor: null }];
  client.setQueryData<Pages<T>>(key, { pages, pageParams: [null] });
}
function kept<T>(key: readonly unknown[]): T[] {
  return client.getQueryData<Pages<T>>(key)?.pages.flatMap((page) => page.items) ?? [];
}

beforeEach(() => {
  client = new QueryClient();
  desk = new Desk(client, me);
});

describe('a fact of the feed', () => {
  it('puts a new ticket into every list it fits', () => {
    keep(keys.list({ status: 'OPEN' }), [aTicket(1)]);
    keep(keys.list({ assigneeId: 'me' }), []);
    happen({ type: 'ticket.created', data: aTicket(2) });
    expect(kept<Ticket>(keys.list({ status: 'OPEN' })).map(({ number }) => number)).toEqual([2, 1]);
    expect(kept(keys.list({ assigneeId: 'me' }))).toEqual([]);
  });

  it('moves a taken ticket from one list into another', () => {
    keep(keys.list({ assigneeId: 'none' }), [aTicket(1)]);
    keep(keys.list({ assigneeId: 'me' }), []);
    const taken = aTicket(1, { assigneeId: me, status: 'IN_PROGRESS', version: 2 });
    happen({ type: 'ticket.assigned', data: taken });
    expect(kept(keys.list({ assigneeId: 'none' }))).toEqual([]);
    expect(kept(keys.list({ assigneeId: 'me' }))).toEqual([taken]);
  });

  it('does not bring back an older state of a ticket', () => {
    const now = aTicket(1, { version: 3, status: 'RESOLVED' });
    client.setQueryData(keys.ticket(now.id), now);
    happen({ type: 'ticket.updated', data: aTicket(1, { version: 2 }) });
    expect(client.getQueryData(keys.ticket(now.id))).toEqual(now);
  });

  it('takes a ticket out of sight everywhere', () => {
    keep(keys.list({}), [aTicket(1), aTicket(2)]);
    keep(keys.messages(idOf(1)), [aMessage(1)]);
    happen({ type: 'ticket.hidden', data: { id: idOf(1), number: 1 } });
    expect(kept<Ticket>(keys.list({})).map(({ number }) => number)).toEqual([2]);
    expect(client.getQueryData(keys.messages(idOf(1)))).toBeUndefined();
  });

  it('shows a message in its conversation and as the preview of its ticket, once', () => {
    keep(keys.list({}), [aTicket(2), aTicket(1)]);
    keep(keys.messages(idOf(1)), [aMessage(1)]);
    const message = aMessage(7, { content: 'Hello?' });
    happen({ type: 'message.created', data: message });
    happen({ type: 'message.created', data: message });
    expect(kept<Message>(keys.messages(idOf(1))).map(({ position }) => position)).toEqual([7, 1]);
    expect(kept<Ticket>(keys.list({}))[0]).toMatchObject({
      number: 1,
      messageCount: 2,
      lastMessage: { content: 'Hello?', kind: 'TEXT', fromStaff: false },
    });
  });

  it('keeps a note out of the preview', () => {
    keep(keys.list({}), [aTicket(1)]);
    happen({ type: 'message.created', data: aMessage(7, { internal: true }) });
    expect(kept(keys.list({}))).toEqual([aTicket(1, { unread: 1 })]);
  });

  it('changes what became of a message', () => {
    keep(keys.messages(idOf(1)), [aMessage(1)]);
    const delivery = {
      state: 'FAILED' as const,
      reason: 'blocked_by_user' as const,
      detail: 'Forbidden: bot was blocked by the user',
    };
    happen({ type: 'delivery.changed', data: { messageId: aMessage(1).id, delivery } });
    expect(kept<Message>(keys.messages(idOf(1)))[0]?.delivery).toEqual(delivery);
    const deleted = aMessage(1, { content: '', deletedAt: minute(9) });
    happen({ type: 'message.deleted', data: deleted });
    expect(kept(keys.messages(idOf(1)))).toEqual([deleted]);
  });
});

describe('events that come twice', () => {
  it('are recognised, as long as they are remembered', () => {
    const seen = new SeenEvents(2);
    expect([seen.add('a'), seen.add('a'), seen.add('b'), seen.add('c'), seen.add('a')]).toEqual([
      true,
      false,
      true,
      true,
      true,
    ]);
  });
});
