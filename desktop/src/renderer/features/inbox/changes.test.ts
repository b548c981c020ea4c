import type { PersonRef } from '@tikethet/shared/contracts';
import { expect, it } from 'vitest';
import { aTicket, idOf } from '../../testing/samples';
import { canChange, changed, undoOf, type BulkChange } from './changes';

const anna: PersonRef = { id: idOf(5), displayName: 'Anna', username: null, role: 'HELPER' };
const later = '2030-01-01T09:00:00.000Z';

it('leaves out what is so already or may not become so', () => {
  const closed = aTicket(1, { status: 'CLOSED', tags: ['vip'] });
  expect(canChange(closed, { kind: 'status', status: 'RESOLVED' })).toBe(false);
  expect(canChange(closed, { kind: 'snooze', until: later })).toBe(false);
  expect(canChange(closed, { kind: 'addTag', tag: 'vip' })).toBe(false);
  expect(canChange(closed, { kind: 'removeTag', tag: 'other' })).toBe(false);
  expect(canChange(closed, { kind: 'priority', priority: 'NORMAL' })).toBe(false);
  expect(canChange(closed, { kind: 'assign', assignee: null })).toBe(false);
  const full = aTicket(2, { tags: Array.from({ length: 20 }, (_, n) => `t${n}`) });
  expect(canChange(full, { kind: 'addTag', tag: 'more' })).toBe(false);
});

it('follows the rules of the desk', () => {
  expect(changed(aTicket(1), { kind: 'assign', assignee: anna })).toMatchObject({
    assigneeId: anna.id,
    status: 'IN_PROGRESS',
  });
  const resolved = aTicket(1, { status: 'RESOLVED' });
  expect(changed(resolved, { kind: 'status', status: 'IN_PROGRESS' }).status).toBe('OPEN');
  const asleep = aTicket(1, { snoozedUntil: later });
  expect(changed(asleep, { kind: 'status', status: 'RESOLVED' }).snoozedUntil).toBeNull();
});

const waiting = aTicket(1, { status: 'WAITING_RESPONSE', assigneeId: anna.id, assignee: anna });
const cases: [string, typeof waiting, BulkChange][] = [
  ['an assignment', aTicket(1), { kind: 'assign', assignee: anna }],
  ['a release', waiting, { kind: 'assign', assignee: null }],
  ['a resolution while waiting', waiting, { kind: 'status', status: 'RESOLVED' }],
  ['a closing', aTicket(1, { status: 'RESOLVED' }), { kind: 'status', status: 'CLOSED' }],
  ['a priority', waiting, { kind: 'priority', priority: 'CRITICAL' }],
  ['a category', waiting, { kind: 'category', categoryId: idOf(9) }],
  ['a tag', waiting, { kind: 'addTag', tag: 'vip' }],
  ['a sleep', waiting, { kind: 'snooze', until: later }],
];
it.each(cases)('%s can be taken back', (_name, before, change) => {
  const after = undoOf(before, change).reduce(changed, changed(before, change));
  expect(after).toEqual(before);
});
