import { expect, it } from 'vitest';
import { aMessage, idOf } from '../../testing/samples';
import { PendingMessages, type PendingMessage } from './pendingMessages';

const base: PendingMessage = {
  key: 'k1',
  ticketId: idOf(1),
  content: 'Hello ',
  internal: false,
  attachments: [],
  replyToId: null,
  quote: null,
  mentions: [],
  dueAt: null,
  at: '',
  error: null,
  repeat: null,
};
const keysOf = (pending: PendingMessages) => pending.store.get().map(({ key }) => key);

it('ends one waiting for each message that arrives, in order', () => {
  const pending = new PendingMessages();
  pending.add(base);
  pending.add({ ...base, key: 'k2' });
  pending.add({ ...base, key: 'note', internal: true });
  pending.confirm(aMessage(1, { content: 'Hello' }));
  expect(keysOf(pending)).toEqual(['k2', 'note']);
  pending.confirm(aMessage(2, { content: 'Something else' }));
  pending.confirm(aMessage(3, { content: 'Hello', ticketId: idOf(2) }));
  expect(keysOf(pending)).toEqual(['k2', 'note']);
});

it('keeps a failed one until it is repeated or taken back', () => {
  const pending = new PendingMessages();
  pending.add(base);
  pending.fail('k1', { code: 'network', status: 0, details: {} }, () => undefined);
  pending.confirm(aMessage(1, { content: 'Hello' }));
  expect(pending.store.get()[0]?.error?.code).toBe('network');
  pending.add(base);
  expect(pending.store.get()).toEqual([base]);
  expect(pending.remove('k1')).toEqual(base);
  expect(keysOf(pending)).toEqual([]);
});
