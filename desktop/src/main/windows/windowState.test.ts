import { expect, test } from 'vitest';
import { placeWindow } from './windowState';

const screen = { x: 0, y: 0, width: 1920, height: 1040 };
const kept = { x: 100, y: 50, width: 1000, height: 700, maximized: false };

test('opens where it was', () => {
  expect(placeWindow(kept, [screen])).toEqual(kept);
});

test('a window on a screen that is gone opens in the middle, as large as it was', () => {
  expect(placeWindow({ ...kept, x: 2_500 }, [screen])).toEqual({
    width: 1000,
    height: 700,
    maximized: false,
  });
});

test('a title bar above the screen cannot be grabbed', () => {
  expect(placeWindow({ ...kept, y: -30 }, [screen])).not.toHaveProperty('y');
});

test('never smaller than it can be used', () => {
  expect(placeWindow({ ...kept, width: 10, height: 10 }, [screen])).toMatchObject({
    width: 760,
    height: 520,
  });
});
