import { beforeEach, expect, test, vi } from 'vitest';
import type { Result } from '../../bridge';
import { USUAL_PREFERENCES, type Preferences } from '../../bridge/preferences';
import type { TestStep } from '../../bridge/native';
import { createRecordingNotifier } from '../notifications/recordingNotifier';
import { loadTexts } from '../texts';
import { createSelfTest, type SelfTestOptions } from './selfTest';

const texts = (await loadTexts())('ru');
let notifier: ReturnType<typeof createRecordingNotifier>;
let told: TestStep[][];

beforeEach(() => {
  notifier = createRecordingNotifier({
    show: () => undefined,
    withdraw: () => undefined,
    clear: () => undefined,
  });
  told = [];
});

function setUp(change: Partial<SelfTestOptions> = {}, preferences: Partial<Preferences> = {}) {
  const ask = vi.fn((trialId: string): Promise<Result<unknown>> => {
    queueMicrotask(() => test.arrived(trialId));
    return Promise.resolve({ ok: true, value: null });
  });
  const test = createSelfTest({
    ask,
    connection: () => 'online',
    preferences: () => ({ ...USUAL_PREFERENCES, ...preferences }),
    notifier,
    texts: () => texts,
    tell: (steps) => told.push(structuredClone(steps)),
    now: () => new Date('2026-11-22T12:00:00Z'),
    ...change,
  });
  return { test, ask };
}

const brief = (steps: TestStep[]) =>
  steps.map(
    ({ name, state, problem }) => `${name} ${state}${problem === null ? '' : ` ${problem}`}`,
  );

test('a sound chain works to its end, and shows itself', async () => {
  const { test, ask } = setUp();
  const [steps, again] = await Promise.all([test.run(), test.run()]);
  expect(brief(steps)).toEqual(['server works', 'feed works', 'wanted works', 'system works']);
  expect(again).toBe(steps);
  expect(ask).toHaveBeenCalledOnce();
  expect(notifier.shown).toMatchObject([{ title: 'Проверка уведомлений' }]);
  expect(told[0]?.map(({ state }) => state)).toEqual(['running', 'untold', 'untold', 'untold']);
});

const failing = (code: 'network' | 'forbidden') =>
  Promise.resolve({ ok: false as const, error: { code, status: 0, details: {} } });

test.each<[string, Partial<SelfTestOptions>, Partial<Preferences>, string]>([
  ['a server out of reach', { ask: () => failing('network') }, {}, 'server broken network'],
  ['a server that refuses', { ask: () => failing('forbidden') }, {}, 'server broken refused'],
  ['notifications switched off', {}, { notifications: false }, 'wanted broken off'],
  ['quiet until later', {}, { mutedUntil: '2026-11-22T13:00:00.000Z' }, 'wanted broken muted'],
  ['quiet hours', {}, { quietHours: { from: '00:00', to: '00:00' } }, 'wanted broken quietHours'],
])('%s is the broken link, and what is behind it stays untold', async (_name, ...given) => {
  const [change, preferences, link] = given;
  const steps = brief(await setUp(change, preferences).test.run());
  const at = steps.indexOf(link);
  expect(at).toBeGreaterThanOrEqual(0);
  expect(steps.slice(0, at).every((step) => step.endsWith('works'))).toBe(true);
  expect(steps.slice(at + 1).every((step) => step.endsWith('untold'))).toBe(true);
  expect(notifier.shown).toEqual([]);
});

test('a trial that never comes names the feed, or the connection when there is none', async () => {
  vi.useFakeTimers();
  try {
    const ask = () => Promise.resolve({ ok: true as const, value: null });
    for (const [connection, problem] of [
      ['online', 'silent'],
      ['offline', 'offline'],
    ] as const) {
      const running = setUp({ ask, connection: () => connection }).test.run();
      await vi.advanceTimersByTimeAsync(10_000);
      expect(brief(await running)[1]).toBe(`feed broken ${problem}`);
    }
  } finally {
    vi.useRealTimers();
  }
});

test('a system that refuses is named with its reason', async () => {
  notifier.refuse('no permission');
  expect(brief(await setUp().test.run()).at(-1)).toBe('system broken failed');
  notifier.refuse('unsupported');
  expect(brief(await setUp().test.run()).at(-1)).toBe('system broken unsupported');
});
