import { expect, it, vi } from 'vitest';
import type { QueuedItem } from '../bridge';
import { idOf } from '../../testing/samples';
import { PendingMessages } from './pendingMessages';

const item = (key: string, change: Partial<QueuedItem> = {}): QueuedItem => ({
  key,
  operation: 'messages.create',
  ticketId: idOf(1),
  subject: null,
  input: { id: idOf(1), content: `text of ${key}` },
  attachments: [],
  at: '2026-01-05T10:00:00.000Z',
  state: 'waiting',
  problem: null,
  dueAt: null,
  ...change,
});
const shown = (pending: PendingMessages) =>
  pending.store.get().map(({ key, error }) => [key, error?.code ?? null]);

it('shows what an earlier start of the program left, and why something is held', () => {
  const pending = new PendingMessages();
  const retry = vi.fn();
  const problem = { code: 'ticket_closed', status: 409, details: {} } as const;
  const other = item('c', { operation: 'tickets.assign' });
  pending.follow([item('a'), item('b'), other], true, retry);
  expect(shown(pending)).toEqual([
    ['a', null],
    ['b', null],
  ]);
  pending.follow([item('a', { state: 'held', problem }), item('b')], true, retry);
  expect(shown(pending)[0]).toEqual(['a', 'ticket_closed']);
  pending.store.get()[0]?.repeat?.();
  expect(retry).toHaveBeenCalledWith('a');
  pending.follow([item('a', { input: { content: 'edited' } })], true, retry);
  expect(pending.store.get()).toMatchObject([{ key: 'a', content: 'edited', error: null }]);
});

it('lets go only of what the outbox has named and names no more', () => {
  const pending = new PendingMessages();
  const retry = vi.fn();
  pending.follow([item('a')], true, retry);
  pending.add({ ...pending.store.get()[0]!, key: 'just added' });
  pending.follow([], true, retry);
  expect(shown(pending)).toEqual([['just added', null]]);
  pending.follow([item('just added')], true, retry);
  pending.follow([], false, retry);
  expect(shown(pending)).toHaveLength(1);
  pending.follow([], true, retry);
  expect(shown(pending)).toEqual([]);
});

it('of a long queue, of which the oldest are named, lets go of what is missing before them', () => {
  const pending = new PendingMessages();
  const retry = vi.fn();
  const at = (minute: number) => ({ at: `2026-01-05T10:0${minute}:00.000Z` });
  pending.follow([item('a', at(1)), item('b', at(2)), item('c', at(3))], false, retry);
  pending.follow([item('b', at(2)), item('d', at(4))], false, retry);
  expect(shown(pending).map(([key]) => key)).toEqual(['b', 'd']);
  const held = { ...at(9), state: 'held' as const };
  pending.follow([item('x', held), item('b', at(2))], false, retry);
  expect(shown(pending).map(([key]) => key)).toEqual(['b', 'd', 'x']);
});
