import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scaledAround } from './useZoom';

const whole = { scale: 1, x: 0, y: 0 };

it('keeps what is under the fingers under them', () => {
  const coordinate = fc.integer({ min: -300, max: 300 });
  const scale = fc.integer({ min: 11, max: 60 }).map((tenths) => tenths / 10);
  fc.assert(
    fc.property(coordinate, coordinate, scale, scale, (x, y, first, second) => {
      const before = scaledAround(whole, first, { x: 10, y: -20 });
      const after = scaledAround(before, second, { x, y });
      const under = (view: typeof before) => [(x - view.x) / view.scale, (y - view.y) / view.scale];
      const [was, is] = [under(before), under(after)];
      expect(is[0]).toBeCloseTo(was[0] ?? NaN, 6);
      expect(is[1]).toBeCloseTo(was[1] ?? NaN, 6);
    }),
  );
});

it('never shrinks below the whole picture, nor grows without end', () => {
  expect(scaledAround({ scale: 2, x: 40, y: 7 }, 0.3, { x: 5, y: 5 })).toEqual(whole);
  expect(scaledAround(whole, 50, { x: 0, y: 0 }).scale).toBe(6);
});
