import { expect, test } from 'vitest';
import { advanceBroadcasts } from '../domain/broadcasts/advanceBroadcasts';
import { cleanLedgers } from '../jobs/retention';
import { castApi } from '../testing/castApi';
import type { ApiPerson } from '../testing/testApi';

const { api, admin, moderator, helper } = await castApi({
  admin: 'ADMIN',
  moderator: 'MODERATOR',
  helper: 'HELPER',
});

const content = 'Сегодня ночью работы';

/** A customer whom the bot may write to. */
async function reachable(change: object = {}): Promise<ApiPerson> {
  const person = await api.person('USER');
  await api
    .db('users')
    .where({ id: person.id })
    .update({ bot_started_at: api.now(), last_seen_at: api.now(), ...change });
  return person;
}

test('a broadcast is a draft until it is started, and nobody else sees it before', async () => {
  const second = await api.person('ADMIN');
  for (const change of [
    {},
    { language: 'en' },
    { preferences: JSON.stringify({ customerNotices: { news: false } }) },
    { bot_blocked_at: api.now() },
    { is_active: false },
    { bot_started_at: null },
    { last_seen_at: new Date(api.now().getTime() - 10 * 86_400_000) },
  ]) {
    await reachable(change);
  }
  await api.db('users').whereIn('id', [moderator.id, helper.id]).update({
    bot_started_at: api.now(),
  });
  const count = async (segment: Parameters<typeof draft>[0]) => (await draft(segment)).recipients;
  const draft = (
    segment:
      | { kind: 'customers' | 'staff' | 'activeTickets' }
      | { kind: 'language'; language: 'ru' | 'en' }
      | { kind: 'recent'; days: number },
  ) => admin.api('POST /broadcasts', { segment, content });
  const ru = await count({ kind: 'language', language: 'ru' });
  const en = await count({ kind: 'language', language: 'en' });
  expect([await count({ kind: 'customers' }), ru + en]).toEqual([3, 3]);
  expect(await count({ kind: 'recent', days: 7 })).toBe(2);
  expect(await count({ kind: 'activeTickets' })).toBe(0);
  expect(await count({ kind: 'staff' })).toBe(2);
  const { id } = await draft({ kind: 'customers' });
  await expect(second.api('GET /broadcasts/{id}', { id })).rejects.toMatchObject({
    code: 'not_found',
  });
  expect((await second.api('GET /broadcasts', {})).items).toEqual([]);
  await expect(second.api('POST /broadcasts/{id}/start', { id })).rejects.toMatchObject({
    code: 'not_found',
  });
  const started = await admin.api('POST /broadcasts/{id}/start', { id });
  expect(started).toMatchObject({ state: 'PREPARING', author: { id: admin.id } });
  await expect(admin.api('POST /broadcasts/{id}/start', { id })).rejects.toMatchObject({
    code: 'conflict',
  });
  expect(await advanceBroadcasts(api.desk)).toBe(true);
  await advanceBroadcasts(api.desk);
  expect(await api.db('deliveries').where({ kind: 'BROADCAST', lane: 2 })).toHaveLength(3);
  const stopped = await second.api('POST /broadcasts/{id}/stop', { id });
  expect(stopped).toMatchObject({ state: 'STOPPED', recipients: 3, counts: { waiting: 3 } });
  expect(await api.db('deliveries').where({ kind: 'BROADCAST' })).toEqual([]);
  const events = await api.db('event_log').where({ type: 'broadcast.changed' }).orderBy('seq');
  expect(events.map(({ audience, data }) => [audience, data.state])).toEqual([
    [['broadcasts'], 'PREPARING'],
    [['broadcasts'], 'STOPPED'],
  ]);
  const log = await api.db('audit_log').where({ target_id: id }).orderBy('at');
  expect(log.map(({ action }) => action).sort()).toEqual([
    'broadcast.started',
    'broadcast.stopped',
  ]);
  const old = new Date(api.now().getTime() + 31 * 86_400_000);
  await cleanLedgers(api.db, old);
  expect((await admin.api('GET /broadcasts', {})).items.map((one) => one.id)).toEqual([id]);
});

test('broadcasts and invitations are for administrators, numbers for the whole team', async () => {
  const segment = { kind: 'customers' } as const;
  for (const who of [moderator, helper]) {
    await expect(who.api('POST /broadcasts', { segment, content })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(who.api('POST /invitations', { role: 'HELPER' })).rejects.toMatchObject({
      code: 'forbidden',
    });
  }
  await expect(admin.api('POST /broadcasts', { segment, content: '   ' })).rejects.toMatchObject({
    code: 'validation_failed',
  });
  await expect(admin.api('POST /invitations', { role: 'ADMIN' })).rejects.toMatchObject({
    code: 'forbidden',
  });
  const { invitation, link } = await admin.api('POST /invitations', { role: 'MODERATOR' });
  expect(link).toMatch(/\?start=inv_[\w-]{22}$/);
  expect(invitation).toMatchObject({ role: 'MODERATOR', state: 'OPEN', usedBy: null });
  await admin.api('DELETE /invitations/{id}', { id: invitation.id });
  expect((await admin.api('GET /invitations', {})).items).toMatchObject([{ state: 'REVOKED' }]);
  const timeZone = 'Asia/Vladivostok';
  const team = await moderator.api('GET /stats', { period: '7d', timeZone });
  expect(team).toMatchObject({ scope: 'team', medianFirstAnswer: null, rating: null });
  const hour = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'short' });
  expect(hour.format(new Date(team.since))).toBe('00:00');
  expect(await helper.api('GET /stats', {})).toMatchObject({ scope: 'own', period: 'today' });
  const customer = await api.person('USER');
  await expect(customer.api('GET /stats', {})).rejects.toMatchObject({ code: 'forbidden' });
});
