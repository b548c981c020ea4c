import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { BridgeEvents, DesktopBridge } from '../../app/bridge';
import { viewingBridge } from './viewingBridge';

type Listeners = { [K in keyof BridgeEvents]?: (value: BridgeEvents[K]) => void };

let asked: unknown[];
let listeners: Listeners;
let bridge: DesktopBridge;
const write = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  write.mockReset();
  [asked, listeners] = [[], {}];
  const real: Partial<DesktopBridge> = {
    read: (route, input) => {
      asked.push([route, input]);
      return Promise.resolve({ ok: true, value: { answer: { items: [] } } }) as Promise<never>;
    },
    write,
    on: (name, listener) => {
      Object.assign(listeners, { [name]: listener });
      return () => delete listeners[name];
    },
  };
  bridge = viewingBridge(real as DesktopBridge, 'HELPER');
});
afterEach(() => void vi.useRealTimers());

test('reads what the desk answers to that role', async () => {
  const result = await bridge.read('GET /tickets', { limit: 50, search: undefined });
  expect(result).toEqual({ ok: true, value: { items: [] } });
  expect(asked).toEqual([
    ['GET /view-as/{role}', { role: 'HELPER', route: 'GET /tickets', input: '{"limit":"50"}' }],
  ]);
});

test('changes nothing', async () => {
  const kept = vi.fn();
  const result = await bridge.write('POST /invitations', { role: 'HELPER' }, 'key', kept);
  expect(result).toMatchObject({ ok: false, error: { code: 'view_only' } });
  expect(
    await bridge.upload({ name: 'a', type: '', bytes: new ArrayBuffer(0) }, kept),
  ).toMatchObject({ ok: false });
  expect(write).not.toHaveBeenCalled();
  expect(kept).not.toHaveBeenCalled();
});

test('facts of the desk only ask for another look, once in a while', () => {
  const event = vi.fn();
  const reset = vi.fn();
  bridge.on('events', event);
  const stop = bridge.on('reset', reset);
  for (let at = 0; at < 3; at += 1) listeners.events?.([]);
  expect(reset).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1_000);
  expect(reset).toHaveBeenCalledTimes(1);
  expect(event).not.toHaveBeenCalled();
  stop();
  expect(listeners).toEqual({});
});
