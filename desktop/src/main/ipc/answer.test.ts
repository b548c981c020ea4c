import { operations } from '@tikethet/shared/contracts';
import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { channelName, type IpcChannel } from '../../ipc/channels';
import { ok } from '../../ipc/result';
import { readOperation, writeOperation } from '../../ipc/routes';
import { answerCall } from './answer';
import { createHandlers, type IpcServices } from './handlers';
import { ipcSchemas } from './schemas';

function setUp() {
  const call = vi.fn(async () => ok({ fine: true }));
  const report = vi.fn();
  const services = {
    desk: {
      session: { state: () => ({ status: 'signedOut', reason: 'none' }) },
      sync: { call, typing: vi.fn() },
      viewing: vi.fn(),
    },
    preferences: { get: vi.fn(), set: () => Promise.reject(new Error('disk full: /home/ivan')) },
    push: vi.fn(),
    openLink: vi.fn(),
    saveFile: () => {
      throw new Error('boom');
    },
  } as unknown as IpcServices;
  const handlers = createHandlers(services);
  const ask = (channel: IpcChannel, value: unknown, trusted = true) =>
    answerCall(handlers, channel, { trusted, pageId: 1 }, value, report);
  return { ask, call, report };
}

test('a stranger gets nothing, on any channel', async () => {
  const { ask, call } = setUp();
  for (const channel of Object.keys(ipcSchemas) as IpcChannel[]) {
    expect(await ask(channel, null, false)).toMatchObject({
      ok: false,
      error: { code: 'invalid_ipc', details: { reason: 'sender' } },
    });
  }
  expect(call).not.toHaveBeenCalled();
});

test.each<[IpcChannel, unknown]>([
  ['session.state', 'x'],
  ['read', { route: 'GET /tickets' }],
  ['read', { route: 'GET /tickets', input: {}, extra: 1 }],
  ['read', { route: 'POST /tickets', input: {} }],
  ['read', { route: 'GET /tickets', input: { limit: 'many' } }],
  ['read', { route: 'GET /tickets', input: { unknown: 1 } }],
  ['read', { route: '__proto__', input: {} }],
  ['write', { route: 'PUT /tickets/{id}', input: { id: randomUUID() }, key: 'not a uuid' }],
  ['write', { route: 'POST /auth/logout', input: { refreshToken: 'x' }, key: randomUUID() }],
  ['write', { route: 'GET /tickets', input: {}, key: randomUUID() }],
  ['upload', { uploadId: randomUUID(), file: { name: 'x', type: '', bytes: 'text' } }],
  ['viewing', { ticketId: 5 }],
  ['openExternal', {}],
  ['preferences.set', { theme: 'pink' }],
  ['preferences.set', undefined],
])('%s refuses %o with a coded error', async (channel, value) => {
  const { ask, call } = setUp();
  const answer = await ask(channel, value);
  expect(answer).toMatchObject({ ok: false, error: { code: 'invalid_ipc' } });
  expect(call).not.toHaveBeenCalled();
});

test('a good call goes through unchanged', async () => {
  const { ask, call } = setUp();
  const input = { status: 'OPEN,CLOSED', limit: 10 };
  expect(await ask('read', { route: 'GET /tickets', input })).toEqual(ok({ fine: true }));
  expect(call).toHaveBeenCalledWith({ method: 'read', route: 'GET /tickets', input });
});

test('a handler that throws is a coded error without the error’s text', async () => {
  const { ask, report } = setUp();
  const value = { id: randomUUID(), url: '/x', fileName: 'x' };
  expect(await ask('saveFile', value)).toEqual({
    ok: false,
    error: { code: 'internal', status: 0, details: {} },
  });
  expect(report).toHaveBeenCalledOnce();
  expect(JSON.stringify(await ask('preferences.set', { theme: 'dark' }))).not.toContain('ivan');
});

test('every operation is read, written, or has a door of its own', () => {
  const neither = Object.values(operations)
    .filter(({ method, path }) => {
      const route = `${method} ${path}`;
      expect(readOperation(route) !== null && writeOperation(route) !== null).toBe(false);
      return readOperation(route) === null && writeOperation(route) === null;
    })
    .map(({ id }) => id);
  expect(neither.sort()).toEqual([
    'attachments.create',
    'attachments.putPart',
    'auth.device',
    'auth.deviceToken',
    'auth.logout',
    'auth.refresh',
    'auth.telegram',
    'commands.run',
    'tickets.typing',
  ]);
});

test('channels have a name of our own', () => {
  expect(channelName('read')).toBe('tikethet:read');
});
