import { box, circle, draw, outline, together, without, type Colour, type Shape } from './raster';

/** Pixels of the icons below: twice the 16 of a tray or an overlay, for sharp screens. */
export const ICON_SIZE = 32;

const BLACK: Colour = [0, 0, 0];
const GROUND: Colour = [0.04, 0.04, 0.04];
const PAPER: Colour = [0.95, 0.95, 0.97];
const BLUE: Colour = [0, 0.48, 1];
const RED: Colour = [0.9, 0.16, 0.14];
const WHITE: Colour = [1, 1, 1];

/** The ticket of the program's icon, as in `build/icon.svg`. */
const TICKET = outline(without(box(7, 9, 25, 23, 1), circle(7, 16, 3), circle(25, 16, 3)), 2.4);
const DASHES = together(box(15, 12, 17, 14.5), box(15, 17.5, 17, 20));
const DOT = circle(25, 7, 6);

/**
 * The icon beside the clock.
 * @param template black on nothing, which macOS colours to fit its menu bar
 */
export function trayIcon(unread: boolean, template: boolean): Buffer {
  if (template) {
    const marks = unread ? together(TICKET, DASHES, DOT) : together(TICKET, DASHES);
    return draw(ICON_SIZE, [{ shape: marks, colour: BLACK }]);
  }
  return draw(ICON_SIZE, [
    { shape: box(1, 1, 31, 31, 7), colour: GROUND },
    { shape: TICKET, colour: PAPER },
    { shape: DASHES, colour: BLUE },
    ...(unread ? [{ shape: DOT, colour: RED }] : []),
  ]);
}

/** Digits in cells of three by five, a row a number of three bits. */
const DIGITS: Readonly<Record<string, readonly number[]>> = {
  '0': [7, 5, 5, 5, 7],
  '1': [2, 6, 2, 2, 7],
  '2': [7, 1, 7, 4, 7],
  '3': [7, 1, 7, 1, 7],
  '4': [5, 5, 7, 1, 1],
  '5': [7, 4, 7, 1, 7],
  '6': [7, 4, 7, 5, 7],
  '7': [7, 1, 2, 2, 2],
  '8': [7, 5, 7, 5, 7],
  '9': [7, 5, 7, 1, 7],
  '+': [0, 2, 7, 2, 0],
};
const CELL = 3;

/** What the overlay says of a count: there is room for two signs. */
export function shortCount(count: number): string {
  return count > 9 ? '9+' : String(count);
}

/** The count on the program's icon in the taskbar of Windows. */
export function overlayIcon(count: number): Buffer {
  const text = shortCount(count);
  const width = (text.length * 4 - 1) * CELL;
  const [left, top] = [(ICON_SIZE - width) / 2, (ICON_SIZE - 5 * CELL) / 2];
  const cells = [...text].flatMap((sign, at) =>
    (DIGITS[sign] ?? []).flatMap((bits, row) =>
      [0, 1, 2].flatMap((column): Shape[] => {
        if ((bits & (4 >> column)) === 0) return [];
        const x = left + (at * 4 + column) * CELL;
        const y = top + row * CELL;
        return [box(x, y, x + CELL, y + CELL)];
      }),
    ),
  );
  return draw(ICON_SIZE, [
    { shape: circle(16, 16, 15.5), colour: RED },
    { shape: together(...cells), colour: WHITE },
  ]);
}
