import { expect, it } from 'vitest';
import { ListTrail } from './listTrail';

function readThrough(): ListTrail {
  const trail = new ListTrail();
  trail.note(null, 100, 'a');
  trail.note('a', 100, 'b');
  trail.note('b', 40, null);
  return trail;
}

it('remembers where pages that were let go of begin', () => {
  const trail = readThrough();
  expect(trail.rows).toBe(240);
  expect([trail.rowOf(null), trail.rowOf('a'), trail.rowOf('b')]).toEqual([0, 100, 200]);
  expect([trail.before('b'), trail.before('a'), trail.before(null)]).toEqual([
    'a',
    null,
    undefined,
  ]);
  expect([trail.pageAt(0), trail.pageAt(150), trail.pageAt(239)]).toEqual([null, 'a', 'b']);
});

it('forgets what stood behind a page that ends elsewhere now', () => {
  const trail = readThrough();
  trail.note('a', 100, 'x');
  expect(trail.rows).toBe(200);
  expect(trail.before('b')).toBeUndefined();
  expect(trail.before('x')).toBe('a');
});

it('reads a page again without forgetting what follows', () => {
  const trail = readThrough();
  trail.note(null, 100, 'a');
  expect(trail.rows).toBe(240);
  expect(trail.pageAt(210)).toBe('b');
});
