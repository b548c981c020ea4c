import { afterAll, beforeAll, expect, test } from 'vitest';
import { setUserStatus } from '../domain/people/setUserStatus';
import { startSession } from '../domain/sessions/startSession';
import { User } from '../domain/people/user';
import { SYSTEM } from '../domain/context';
import { startTestApi, type ApiPerson, type TestApi } from '../testing/testApi';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const outcome = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: { code: string }) => error.code,
  );
/** Another device of somebody. */
const device = async (person: ApiPerson, deviceName = 'laptop', kind = 'CONSOLE' as const) => {
  const user = await User.query(api.db).findById(person.id).throwIfNotFound();
  return api.desk.run(SYSTEM, (ctx) =>
    startSession(ctx, api.services.tokens, user, { kind, deviceName, ip: '10.0.0.1' }),
  );
};
const refresh = (refreshToken: string) =>
  api.anonymous('POST /auth/refresh', { refreshToken }).catch((error: unknown) => error);
const audited = async (action: string, targetId: string) =>
  api.db('audit_log').where({ action, target_id: targetId }).first();

test('lists one’s own devices, last used first, page by page', async () => {
  const helper = await api.person('HELPER');
  api.advance(60);
  const laptop = await device(helper);
  api.advance(60);
  const other = await device(helper, 'studio');
  const first = await helper.api('GET /sessions', { limit: 2 });
  expect(first.items).toMatchObject([
    { id: other.sessionId, deviceName: 'studio', isCurrent: false, endedAt: null, wipe: null },
    { id: laptop.sessionId, kind: 'CONSOLE', ip: '10.0.0.1' },
  ]);
  const second = await helper.api('GET /sessions', { cursor: first.nextCursor ?? '' });
  expect(second).toMatchObject({ items: [{ isCurrent: true }], nextCursor: null });
});

test('ends one device at once; somebody else’s is unknown', async () => {
  const [helper, colleague] = [await api.person('HELPER'), await api.person('HELPER')];
  const laptop = await device(helper);
  const revoke = (who: ApiPerson) =>
    outcome(who.api('POST /sessions/{id}/revoke', { id: laptop.sessionId }));
  expect(await revoke(colleague)).toBe('not_found');
  expect(await revoke(helper)).toBe('done');
  expect(await refresh(laptop.refreshToken)).toMatchObject({ code: 'session_revoked' });
  expect((await helper.api('GET /sessions', {})).items).toHaveLength(1);
  expect(await audited('session.ended', laptop.sessionId)).toMatchObject({ actor_id: helper.id });
  const control = await api.db('event_log').where({ type: 'session.revoked' }).orderBy('seq');
  expect(control.at(-1)?.data).toEqual({ sessionId: laptop.sessionId, userId: helper.id });
});

test('ends all others but the one that asks', async () => {
  const helper = await api.person('HELPER');
  await device(helper);
  await device(helper);
  await helper.api('POST /sessions/revoke', {});
  expect((await helper.api('GET /sessions', {})).items).toMatchObject([{ isCurrent: true }]);
});

test('whoever may block sees and ends the devices of those below, not of peers', async () => {
  const [admin, helper, peer] = [
    await api.person('ADMIN'),
    await api.person('HELPER'),
    await api.person('ADMIN'),
  ];
  const moderator = await api.person('MODERATOR');
  const list = (who: ApiPerson, userId: string) =>
    outcome(who.api('GET /sessions', { userId, state: 'ALL' }));
  expect(await list(admin, helper.id)).toBe('done');
  expect(await list(admin, peer.id)).toBe('forbidden');
  expect(await list(moderator, helper.id)).toBe('forbidden');
  const id = peer.actor.sessionId ?? '';
  expect(await outcome(admin.api('POST /sessions/{id}/revoke', { id }))).toBe('forbidden');
  await admin.api('POST /sessions/revoke', { userId: helper.id });
  expect((await helper.request('/api/v1/auth/me')).status).toBe(401);
  expect(await audited('session.all_ended', helper.id)).toMatchObject({ actor_id: admin.id });
});

test('a wipe is told to the device, also later and to a blocked person’s, and confirmed by it', async () => {
  const [admin, helper] = [await api.person('ADMIN'), await api.person('HELPER')];
  const laptop = await device(helper);
  await api.desk.run(admin.actor, (ctx) => setUserStatus(ctx, { id: helper.id, isActive: false }));
  const shown = async () => {
    const { items } = await admin.api('GET /sessions', { userId: helper.id, state: 'ALL' });
    return items.find(({ id }) => id === laptop.sessionId);
  };
  expect(await shown()).toMatchObject({ endedAt: expect.any(String), wipe: null });
  await admin.api('POST /sessions/{id}/revoke', { id: laptop.sessionId, wipe: true });
  expect(await shown()).toMatchObject({ wipe: 'REQUESTED' });
  expect(await refresh(laptop.refreshToken)).toMatchObject({
    code: 'session_revoked',
    details: { reason: 'wiped' },
  });
  const asked = await fetch(`${api.url}/api/v1/auth/me`, {
    headers: { authorization: `Bearer ${laptop.accessToken}` },
  });
  expect(await asked.json()).toMatchObject({ error: { details: { reason: 'wiped' } } });
  await api.anonymous('POST /auth/logout', { refreshToken: laptop.refreshToken });
  expect(await shown()).toMatchObject({ wipe: 'DONE' });
  expect(await audited('session.wiped', laptop.sessionId)).toBeDefined();
});
