import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchNetwork } from './networkWatch';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('another network, none, and the first again: each is told within a second, once', () => {
  let network = '192.168.0.7';
  const changed = vi.fn();
  const stop = watchNetwork(changed, () => network);
  const told: number[] = [];
  for (const next of [network, '10.0.0.3', '10.0.0.3', '', '192.168.0.7']) {
    network = next;
    vi.advanceTimersByTime(1_000);
    told.push(changed.mock.calls.length);
  }
  stop();
  network = 'another';
  vi.advanceTimersByTime(5_000);
  expect([...told, changed.mock.calls.length]).toEqual([0, 1, 1, 2, 3, 3]);
});

test('the computer’s own addresses do not change by being looked at', () => {
  const changed = vi.fn();
  const stop = watchNetwork(changed);
  vi.advanceTimersByTime(3_000);
  stop();
  expect(changed).not.toHaveBeenCalled();
});
