import { expect, it, vi } from 'vitest';
import { DelayedWrites } from './delayedWrites';

const done = <T>(value: T) => Promise.resolve({ ok: true as const, value });
const soon = (ms: number) => new Date(Date.now() + ms).toISOString();

it('sends when it is due, and what comes after it in the same lane later', async () => {
  vi.useFakeTimers();
  const delayed = new DelayedWrites();
  const sent: string[] = [];
  const send = (name: string) => () => {
    sent.push(name);
    return done(name);
  };
  void delayed.run('t:1', 'a', soon(5_000), send('reply'));
  void delayed.run('t:1', 'b', undefined, send('resolve'));
  void delayed.run('t:2', 'c', undefined, send('elsewhere'));
  await vi.advanceTimersByTimeAsync(4_000);
  expect(sent).toEqual(['elsewhere']);
  await vi.advanceTimersByTimeAsync(1_100);
  expect(sent).toEqual(['elsewhere', 'reply', 'resolve']);
  vi.useRealTimers();
});

it('never sends what was withdrawn, and at once what must go', async () => {
  const delayed = new DelayedWrites();
  const send = vi.fn(() => done(1));
  void delayed.run('t:1', 'a', soon(30_000), send);
  expect(delayed.decide('a', 'withdraw').ok).toBe(true);
  expect(delayed.decide('a', 'withdraw').ok).toBe(false);
  const hurried = delayed.run('t:1', 'b', soon(30_000), send);
  delayed.sendAll();
  expect(await hurried).toEqual({ ok: true, value: 1 });
  expect(send).toHaveBeenCalledTimes(1);
});
