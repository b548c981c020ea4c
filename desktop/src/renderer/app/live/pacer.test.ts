import { expect, it, vi } from 'vitest';
import { createPacer } from './pacer';

/** A pacer whose frames and clock the test holds in its hands. */
function setUp() {
  const state = { now: 1_000, hidden: false, drawn: 0, done: [] as string[] };
  const failed = vi.fn();
  let frame: (() => void) | null = null;
  const pacer = createPacer({
    together(work) {
      work();
      state.drawn += 1;
    },
    isHidden: () => state.hidden,
    failed,
    now: () => state.now,
    onFrame(run) {
      frame = run;
      return () => (frame = null);
    },
  });
  /** Something that takes so many milliseconds. */
  const work =
    (name: string, takes = 0) =>
    () => {
      state.now += takes;
      state.done.push(name);
    };
  return {
    pacer,
    state,
    failed,
    work,
    isPlanned: () => frame !== null,
    draw: () => {
      state.now += 16;
      frame?.();
    },
  };
}

it('does one thing at once, and what follows in its order with the next frame, drawn once', () => {
  const { pacer, state, work, draw, isPlanned } = setUp();
  pacer.add(work('a'));
  expect(state).toMatchObject({ done: ['a'], drawn: 1 });
  pacer.add(work('b'), work('c'));
  pacer.add(work('d'));
  expect(state.done).toEqual(['a']);
  draw();
  expect(state).toMatchObject({ done: ['a', 'b', 'c', 'd'], drawn: 2 });
  expect(isPlanned()).toBe(false);
  state.now += 100;
  pacer.add(work('e'));
  expect(state.done.at(-1)).toBe('e');
});

it('does no more in a frame than leaves it smooth, and leaves nothing out', () => {
  const { pacer, state, work, draw, isPlanned } = setUp();
  pacer.add(...['a', 'b', 'c', 'd', 'e'].map((name) => work(name, 5)));
  expect(state.done).toEqual(['a', 'b']);
  pacer.add(work('f', 50));
  draw();
  expect(state.done).toEqual(['a', 'b', 'c', 'd']);
  draw();
  draw();
  expect(state.done).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  expect(isPlanned()).toBe(false);
});

it('waits for no frame while nobody can see the page, and forgets everything at its end', () => {
  const { pacer, state, work, draw } = setUp();
  state.hidden = true;
  pacer.add(work('a', 50), work('b', 50));
  pacer.add(work('c'));
  expect(state.done).toEqual(['a', 'b', 'c']);
  state.hidden = false;
  pacer.add(work('d'));
  pacer.stop();
  draw();
  expect(state.done).toEqual(['a', 'b', 'c']);
});

it('goes on after a defect in one of them', () => {
  const { pacer, state, work, failed } = setUp();
  const error = new Error('x');
  pacer.add(() => {
    throw error;
  }, work('b'));
  expect(state.done).toEqual(['b']);
  expect(failed).toHaveBeenCalledWith(error);
});
