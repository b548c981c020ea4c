import { expect, test } from 'vitest';
import { ICON_SIZE, overlayIcon, shortCount, trayIcon } from './icons';

/** Blue, green, red and alpha of one pixel. */
function pixel(image: Buffer, x: number, y: number): number[] {
  const at = (y * ICON_SIZE + x) * 4;
  return [...image.subarray(at, at + 4)];
}

const isRed = ([blue = 0, green = 0, red = 0, alpha = 0]: number[]) =>
  red > 150 && green < 80 && blue < 80 && alpha === 255;

test('the tray shows a red dot while something is unread', () => {
  expect(isRed(pixel(trayIcon(true, false), 25, 7))).toBe(true);
  expect(isRed(pixel(trayIcon(false, false), 25, 7))).toBe(false);
});

test('the picture for macOS is black on nothing', () => {
  const image = trayIcon(true, true);
  expect(pixel(image, 1, 1)).toEqual([0, 0, 0, 0]);
  expect(pixel(image, 25, 7)).toEqual([0, 0, 0, 255]);
});

test('the overlay says the count, and no more than there is room for', () => {
  expect([1, 9, 10, 4_000].map(shortCount)).toEqual(['1', '9', '9+', '9+']);
  const [one, many] = [overlayIcon(1), overlayIcon(12)];
  expect(one.equals(many)).toBe(false);
  expect(one.length).toBe(ICON_SIZE * ICON_SIZE * 4);
  expect(isRed(pixel(one, 16, 3))).toBe(true);
  // The stroke of the one.
  expect(pixel(one, 16, 16)).toEqual([255, 255, 255, 255]);
});
