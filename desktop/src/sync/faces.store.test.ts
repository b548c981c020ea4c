import type { User } from '@tikethet/shared/contracts';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { applyEvent } from './store/applyEvent';
import { openTestReplica, type TestReplica } from './store/testing/openTestReplica';
import { thumbnailName, thumbnailPath } from './store/thumbnailName';
import { sampleEvent, sampleMessage, sampleTicket, sampleUser } from './testing/samples';

let store: TestReplica;
beforeEach(() => (store = openTestReplica()));
afterEach(() => store.dispose());

const customer = sampleUser({ role: 'USER' });
const faceUrl = (mark: string) => `/api/v1/avatars/${customer.id}/${mark}`;
const nameOf = (mark: string) => `${customer.id}-${mark}`;
const wanted = () => store.replica.thumbnails.wanted(10, 1e9);

function become(change: Partial<User>): void {
  const event = sampleEvent({ type: 'user.changed', data: { ...customer, ...change } });
  store.replica.write(() =>
    applyEvent(store.replica, event, { snapshotRuns: false, meId: randomUUID() }),
  );
}

/** A ticket of theirs with one message. */
function write(): string {
  const ticket = sampleTicket({ customerId: customer.id });
  const author = { id: customer.id, displayName: 'Анна', side: 'CUSTOMER' as const };
  store.replica.write(() => {
    store.replica.putTicket(ticket, 'all');
    store.replica.putMessage(sampleMessage({ ticketId: ticket.id, author }), 'feed');
  });
  return ticket.id;
}

test('the face of who writes is kept with their messages; another takes its place, and none', () => {
  become({ avatarUrl: faceUrl('aa11') });
  expect(wanted()).toEqual([]);
  const first = write();
  expect(wanted()).toEqual([nameOf('aa11')]);
  store.replica.write(() => store.replica.thumbnails.kept(nameOf('aa11'), 9));

  become({ avatarUrl: faceUrl('bb22') });
  expect(wanted()).toEqual([nameOf('bb22')]);
  expect(store.replica.thumbnails.left(10)).toEqual([nameOf('aa11')]);

  // It stays with the newer conversation, and leaves with the last one.
  const second = write();
  store.replica.write(() => store.replica.dropTicket(first, false));
  expect(wanted()).toEqual([nameOf('bb22')]);
  store.replica.write(() => store.replica.dropTicket(second, false));
  expect(wanted()).toEqual([]);

  write();
  become({ avatarUrl: null });
  expect(wanted()).toEqual([]);
});

test('its name leads to its address and back', () => {
  expect(thumbnailName(faceUrl('aa11'))).toBe(nameOf('aa11'));
  expect(thumbnailPath(nameOf('aa11'))).toBe(faceUrl('aa11'));
  expect(thumbnailName(`/api/v1/avatars/${customer.id}/../x`)).toBeNull();
});
