import {
  DEFAULT_SETTINGS,
  type Colleague,
  type Priority,
  type Tag,
} from '@tikethet/shared/contracts';
import type { FeedEvent } from '@tikethet/shared/events';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sampleEvent } from '../testing/samples';
import { applyEvent } from './applyEvent';
import { answerSetup, keepSetup } from './deskSetup';
import { openTestReplica, type TestReplica } from './testing/openTestReplica';

const high: Priority = {
  priority: 'HIGH',
  name: 'Высокий',
  nameEn: 'High',
  color: null,
  firstResponseMinutes: 60,
  resolutionMinutes: 480,
};
const tag = (name: string): Tag => ({ id: randomUUID(), name, color: null });

let desk: TestReplica;
let whole: boolean;

beforeEach(() => {
  desk = openTestReplica();
  whole = true;
});
afterEach(() => desk.dispose());

type Kept = Parameters<typeof answerSetup>[2];
const answer = (id: Kept) => answerSetup(desk.replica, () => whole, id)();

function take(event: FeedEvent): void {
  desk.replica.write(() =>
    applyEvent(desk.replica, event, { snapshotRuns: false, meId: randomUUID() }),
  );
}

test('nothing is said before the desk was asked, everything is remembered afterwards', () => {
  expect(answer('desk.get')).toBeNull();
  keepSetup(desk.replica, 'desk.get', DEFAULT_SETTINGS);
  keepSetup(desk.replica, 'tickets.counts', { active: 1 });
  desk.reopen();
  expect(answer('desk.get')).toEqual({ value: DEFAULT_SETTINGS, complete: true });
  whole = false;
  expect(answer('desk.get')?.complete).toBe(false);
});

test('what the feed tells is known without asking', () => {
  const [first, second] = [tag('бета'), tag('яхта')];
  keepSetup(desk.replica, 'tags.list', { items: [first] });
  keepSetup(desk.replica, 'priorities.list', { items: [high] });
  keepSetup(desk.replica, 'desk.get', DEFAULT_SETTINGS);
  take(sampleEvent({ type: 'tag.changed', data: second }));
  take(sampleEvent({ type: 'tag.changed', data: { ...first, name: 'эхо', color: '#EF4444' } }));
  expect(answer('tags.list')?.value).toEqual({
    items: [{ ...first, name: 'эхо', color: '#EF4444' }, second],
  });
  take(sampleEvent({ type: 'tag.deleted', data: { id: first.id } }));
  expect(answer('tags.list')?.value).toEqual({ items: [second] });

  take(sampleEvent({ type: 'priority.changed', data: { ...high, name: 'Срочный' } }));
  expect(answer('priorities.list')?.value).toEqual({ items: [{ ...high, name: 'Срочный' }] });
  take(sampleEvent({ type: 'desk.changed', data: { ...DEFAULT_SETTINGS, editMinutes: 30 } }));
  expect(answer('desk.get')?.value).toMatchObject({ editMinutes: 30 });

  const colleague: Colleague = {
    id: randomUUID(),
    displayName: 'Мария',
    username: null,
    role: 'HELPER',
    availability: 'AVAILABLE',
    avatarUrl: null,
  };
  keepSetup(desk.replica, 'team.list', { items: [colleague] });
  const busy = { ...colleague, availability: 'BUSY' as const };
  take(sampleEvent({ type: 'colleague.changed', data: { ...busy, isHere: true } }));
  expect(answer('team.list')).toEqual({ value: { items: [busy] }, complete: true });
  take(sampleEvent({ type: 'colleague.changed', data: { ...busy, isHere: false } }));
  expect(answer('team.list')?.value).toEqual({ items: [] });
});
