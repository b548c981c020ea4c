import { expect, test } from 'vitest';
import { createPace, LONG_QUEUE } from './pace';

test('a short queue never waits, also right after a connection came back', () => {
  const pace = createPace(
    () => LONG_QUEUE,
    () => 1_000,
  );
  pace.connected();
  pace.began();
  expect(pace.wait()).toBe(0);
  pace.ended();
  expect(pace.wait()).toBe(0);
});

test('of a long one, one request follows the other, after half of the time that it took', () => {
  let now = 1_000;
  let size = LONG_QUEUE + 1;
  const pace = createPace(
    () => size,
    () => now,
  );
  expect(pace.wait()).toBe(0);
  pace.began();
  expect(pace.wait()).toBeNull();
  now += 200;
  pace.ended();
  expect(pace.wait()).toBe(100);
  now += 40;
  expect(pace.wait()).toBe(60);
  size = LONG_QUEUE;
  expect(pace.wait()).toBe(0);
});

test('what the window asks for goes before a long queue when the desk is back', () => {
  let now = 1_000;
  const pace = createPace(
    () => LONG_QUEUE + 1,
    () => now,
  );
  pace.connected();
  expect(pace.wait()).toBe(1_000);
  now += 1_000;
  expect(pace.wait()).toBe(0);
});
