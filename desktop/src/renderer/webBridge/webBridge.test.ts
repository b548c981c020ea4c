import { expect, it, vi } from 'vitest';
import { deviceName } from './deviceSignIn';
import { readPreferences, USUAL_PREFERENCES } from '../../bridge/preferences';
import { BridgeEmitter } from './emitter';

it('names the device as a person would', () => {
  const chrome = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36';
  expect(deviceName(chrome)).toBe('Chrome on Linux');
  expect(deviceName(`${chrome.replace('X11; Linux', 'Windows NT 10.0')} Edg/140`)).toBe(
    'Edge on Windows',
  );
  expect(deviceName(chrome.replace('X11; Linux x86_64', 'Linux; Android 15'))).toBe(
    'Chrome on Android',
  );
  expect(deviceName('curl/8')).toBe('Browser');
});

it('reads preferences that were kept, and nothing that makes no sense', () => {
  expect(readPreferences(null)).toEqual(USUAL_PREFERENCES);
  expect(readPreferences({ theme: 'pink', language: 'fr', notifications: 1 })).toEqual(
    USUAL_PREFERENCES,
  );
  const chosen = { ...USUAL_PREFERENCES, theme: 'dark', language: 'en', notifications: false };
  expect(readPreferences({ ...chosen, unknown: 1 })).toEqual(chosen);
});

it('tells late subscribers of the connection, and nobody who has left', () => {
  const emitter = new BridgeEmitter();
  const online = { status: 'online' as const, lastOnlineAt: null };
  emitter.emit('connection', online);
  const listener = vi.fn();
  const stop = emitter.on('connection', listener);
  expect(listener).toHaveBeenCalledExactlyOnceWith(online);
  stop();
  emitter.emit('connection', { status: 'offline', lastOnlineAt: null });
  expect(listener).toHaveBeenCalledTimes(1);
});
