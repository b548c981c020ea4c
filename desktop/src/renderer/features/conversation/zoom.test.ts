import { expect, it } from 'vitest';
import { MAX_ZOOM, MIN_ZOOM, zoomByWheel, zoomKey, zoomTo } from './zoom';

it('grows and shrinks between fitting and eight times that', () => {
  expect(zoomTo(zoomTo(1, 1), -1)).toBe(1);
  expect(zoomTo(1, -1)).toBe(MIN_ZOOM);
  expect(zoomTo(7, 1)).toBe(MAX_ZOOM);
  expect(zoomByWheel(2, -100)).toBeGreaterThan(2);
  expect(zoomByWheel(1.1, 400)).toBe(MIN_ZOOM);
});

it('knows its keys, whatever layout they stand on', () => {
  expect(zoomKey('=', 1)).toBe(1.5);
  expect(zoomKey('+', 1)).toBe(1.5);
  expect(zoomKey('-', 1.5)).toBe(1);
  expect(zoomKey('0', 5)).toBe(1);
  expect(zoomKey('ArrowLeft', 5)).toBeNull();
});
