import { expect, test } from 'vitest';
import { createBatchSize } from './batchSize';

test('full requests that are answered quickly are followed by larger ones, slow ones by smaller', () => {
  const size = createBatchSize();
  const first = size.now();
  size.took(first - 1, 10);
  expect(size.now()).toBe(first);
  size.took(first, 10);
  expect(size.now()).toBe(first * 2);
  size.took(size.now(), 2_000);
  expect(size.now()).toBe(first * 2);
  size.took(size.now(), 15_000);
  expect(size.now()).toBe(first);
});

test('never more than a window bears, never nothing', () => {
  const size = createBatchSize();
  for (let turn = 0; turn < 20; turn += 1) size.took(size.now(), 1);
  expect(size.now()).toBe(50);
  for (let turn = 0; turn < 20; turn += 1) size.took(size.now(), 15_000);
  expect(size.now()).toBe(5);
});
