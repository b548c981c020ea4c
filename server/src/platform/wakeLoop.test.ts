import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { WakeLoop } from './wakeLoop';

const never = 1_000_000;

test('wake-ups during a round mean one more round, and rounds never overlap', async () => {
  let rounds = 0;
  let inside = 0;
  const loop = new WakeLoop({
    every: never,
    onError: (error) => expect.unreachable(String(error)),
    work: async () => {
      inside += 1;
      expect(inside).toBe(1);
      rounds += 1;
      await pause(5);
      inside -= 1;
    },
  });
  loop.wake();
  for (let turn = 0; turn < 5; turn += 1) loop.wake();
  await loop.settled();
  expect(rounds).toBe(2);
  await loop.stop();
});

test('with a gap the first wake-up is answered at once, those that follow go together', async () => {
  const began: number[] = [];
  const gap = 60;
  const loop = new WakeLoop({
    every: never,
    gap,
    onError: (error) => expect.unreachable(String(error)),
    work: () => {
      began.push(performance.now());
      return Promise.resolve();
    },
  });
  const woken = performance.now();
  loop.wake();
  expect(began).toHaveLength(1);
  for (let turn = 0; turn < 5; turn += 1) loop.wake();
  await loop.settled();
  expect(began).toHaveLength(2);
  // A timer may be early by a part of a millisecond.
  expect(began[1]! - woken).toBeGreaterThanOrEqual(gap - 1);
  await loop.stop();
});

test('goes on by itself, and after an error', async () => {
  let rounds = 0;
  const errors: unknown[] = [];
  const loop = new WakeLoop({
    every: 5,
    onError: (error) => errors.push(error),
    work: () => {
      rounds += 1;
      return rounds === 1 ? Promise.reject(new Error('once')) : Promise.resolve();
    },
  });
  await expect.poll(() => rounds).toBeGreaterThan(2);
  expect(errors).toHaveLength(1);
  await loop.stop();
});

test('stopping waits for the round at hand and lets no other begin', async () => {
  let finished = 0;
  const loop = new WakeLoop({
    every: 1,
    onError: (error) => expect.unreachable(String(error)),
    work: async () => {
      await pause(10);
      finished += 1;
    },
  });
  loop.wake();
  loop.wake();
  await loop.stop();
  loop.wake();
  await pause(20);
  expect(finished).toBe(1);
});
