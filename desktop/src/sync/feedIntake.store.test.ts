import type { FeedEvent } from '@tikethet/shared/events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFeedIntake, type FeedIntake } from './feedIntake';
import { openTestReplica, type TestReplica } from './store/testing/openTestReplica';
import { sampleEvent, sampleMessage, sampleTicket } from './testing/samples';

const ticket = sampleTicket({});
let local: TestReplica;
let intake: FeedIntake;
/** What was told together, by the messages' texts. */
let told: string[][];

function says(content: string, position: number): FeedEvent {
  const data = sampleMessage({ ticketId: ticket.id, content, position });
  return { ...sampleEvent({ type: 'message.created', data }), ticketId: ticket.id };
}

beforeEach(() => {
  local = openTestReplica();
  local.replica.write(() => local.replica.putTicket(ticket, 'all'));
  told = [];
  intake = createFeedIntake({
    replica: local.replica,
    meId: 'me',
    isSnapshotRunning: () => false,
    tell: (events) => {
      told.push(events.map(({ data }) => ('content' in data ? data.content : '')));
      // Kept, with their position, before they are told.
      expect(intake.cursor()).toBe(events.at(-1)?.cursor);
    },
    broken: () => undefined,
    failed: (error) => expect.unreachable(String(error)),
  });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'performance'] });
});

afterEach(() => {
  vi.useRealTimers();
  local.dispose();
});

test('one event waits for nothing; those that follow it closely are kept and told together', () => {
  intake.event(says('a', 1));
  vi.advanceTimersByTime(0);
  expect(told).toEqual([['a']]);
  intake.event(says('b', 2));
  vi.advanceTimersByTime(10);
  intake.event(says('c', 3));
  intake.event(says('d', 4));
  expect(told).toEqual([['a']]);
  vi.advanceTimersByTime(50);
  expect(told).toEqual([['a'], ['b', 'c', 'd']]);
  vi.advanceTimersByTime(1_000);
  intake.event(says('e', 5));
  vi.advanceTimersByTime(0);
  expect(told.at(-1)).toEqual(['e']);
});

test('being caught up means that everything before is kept and told, each once', () => {
  const first = says('a', 1);
  intake.event(first);
  vi.advanceTimersByTime(0);
  intake.event(first);
  intake.event(says('b', 2));
  intake.reached('now');
  expect(told).toEqual([['a'], ['b']]);
  expect(intake.cursor()).toBe('now');
  vi.advanceTimersByTime(1_000);
  expect(told).toHaveLength(2);
});
