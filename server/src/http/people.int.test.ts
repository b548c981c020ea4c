import type { Role } from '@tikethet/shared/permissions';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { setUserRole } from '../domain/people/setUserRole';
import { setUserStatus } from '../domain/people/setUserStatus';
import { startTestApi, type ApiPerson, type TestApi } from '../testing/testApi';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const setRole = (who: ApiPerson, id: string, role: Role) =>
  who.api('PUT /users/{id}/role', { id, role });
const setStatus = (who: ApiPerson, id: string, isActive: boolean) =>
  who.api('PUT /users/{id}/status', { id, isActive });
const outcome = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: { code: string }) => error.code,
  );
const eventsOf = async (userId: string) => {
  const rows = await api
    .db('event_log')
    .whereRaw(`coalesce(data->>'userId', data->>'id') = ?`, [userId])
    .orderBy('seq');
  return rows.map(({ type, audience }) => [type, audience] as const);
};

describe('roles', () => {
  test.each<[Role, Role, Role, string]>([
    ['DEVELOPER', 'USER', 'DEVELOPER', 'done'],
    ['DEVELOPER', 'DEVELOPER', 'ADMIN', 'done'],
    ['DEVELOPER', 'ADMIN', 'USER', 'done'],
    ['ADMIN', 'USER', 'MODERATOR', 'done'],
    ['ADMIN', 'MODERATOR', 'USER', 'done'],
    ['ADMIN', 'USER', 'ADMIN', 'forbidden'],
    ['ADMIN', 'USER', 'DEVELOPER', 'forbidden'],
    ['ADMIN', 'ADMIN', 'USER', 'forbidden'],
    ['ADMIN', 'DEVELOPER', 'USER', 'forbidden'],
    ['MODERATOR', 'USER', 'HELPER', 'forbidden'],
    ['HELPER', 'USER', 'HELPER', 'forbidden'],
    ['USER', 'USER', 'HELPER', 'forbidden'],
  ])('%s makes a %s a %s: %s', async (actor, from, to, result) => {
    const [who, whom] = [await api.person(actor), await api.person(from)];
    await api.person('DEVELOPER');
    expect(await outcome(setRole(who, whom.id, to))).toBe(result);
    const row = await api.db('users').where({ id: whom.id }).first();
    expect(row.role).toBe(result === 'done' ? to : from);
  });

  test('nobody raises themselves; nobody is found who is not there', async () => {
    const admin = await api.person('ADMIN');
    expect(await outcome(setRole(admin, admin.id, 'DEVELOPER'))).toBe('forbidden');
    const nobody = '019a0000-0000-7000-8000-000000000000';
    expect(await outcome(setRole(admin, nobody, 'HELPER'))).toBe('not_found');
  });

  test('a change is announced, audited and valid at once', async () => {
    const [admin, person] = [await api.person('ADMIN'), await api.person('USER')];
    const shown = await setRole(admin, person.id, 'MODERATOR');
    expect(shown).toMatchObject({ id: person.id, role: 'MODERATOR' });
    expect(await eventsOf(person.id)).toEqual([
      ['account.rights_changed', ['control']],
      ['user.changed', ['people', `account:${person.id}`]],
      ['colleague.changed', ['team']],
    ]);
    expect(await api.db('audit_log').where({ target_id: person.id }).first()).toMatchObject({
      actor_id: admin.id,
      action: 'user.role_changed',
      before: { role: 'USER' },
      after: { role: 'MODERATOR' },
    });
    // The token that was issued to a USER now lists people.
    expect((await person.api('GET /users', { limit: 1 })).items).toHaveLength(1);
    await setRole(admin, person.id, 'MODERATOR');
    expect(await eventsOf(person.id)).toHaveLength(3);
  });
});

describe('the last developer', () => {
  beforeEach(() => api.db('users').where({ role: 'DEVELOPER' }).update({ role: 'ADMIN' }));

  test('can be neither demoted nor blocked', async () => {
    const only = await api.person('DEVELOPER');
    const blocked = await api.person('DEVELOPER');
    await setStatus(only, blocked.id, false);
    expect(await outcome(setRole(only, only.id, 'ADMIN'))).toBe('last_developer');
    expect(await outcome(setStatus(only, only.id, false))).toBe('last_developer');
    await setStatus(only, blocked.id, true);
    expect(await outcome(setRole(only, only.id, 'ADMIN'))).toBe('done');
  });

  test('is left over when developers demote and block each other at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      await api.db('users').where({ role: 'DEVELOPER' }).update({ role: 'ADMIN' });
      const people = await Promise.all([1, 2, 3, 4].map(() => api.person('DEVELOPER')));
      const results = await Promise.all(
        people.map((who, index) => {
          const target = people[(index + 1) % people.length]!.id;
          return outcome(
            api.desk.run(who.actor, (ctx) =>
              index % 2 === 0
                ? setUserRole(ctx, { id: target, role: 'ADMIN' })
                : setUserStatus(ctx, { id: target, isActive: false }),
            ),
          );
        }),
      );
      const left = await api.db('users').where({ role: 'DEVELOPER', is_active: true });
      expect(left.length).toBeGreaterThan(0);
      // Whoever lost their rights before their turn came changed nobody.
      expect(results).toContain('forbidden');
    }
  });
});

describe('blocking', () => {
  test('signs out everywhere at once and tells every node', async () => {
    const [admin, helper] = [await api.person('ADMIN'), await api.person('HELPER')];
    await setStatus(admin, helper.id, false);
    const shown = await helper.request('/api/v1/auth/me');
    expect(shown.status).toBe(403);
    expect((await shown.json()) as object).toMatchObject({ error: { code: 'account_blocked' } });
    const again = { refreshToken: helper.refreshToken };
    await expect(api.anonymous('POST /auth/refresh', again)).rejects.toMatchObject({
      status: 403,
      code: 'account_blocked',
    });
    expect((await eventsOf(helper.id)).map(([type]) => type)).toEqual([
      'user.changed',
      'colleague.changed',
      'session.revoked',
      'account.blocked',
    ]);
    // Letting somebody in again does not revive what was signed out.
    await setStatus(admin, helper.id, true);
    expect((await helper.request('/api/v1/auth/me')).status).toBe(401);
  });

  test.each<[Role, Role, string]>([
    ['ADMIN', 'MODERATOR', 'done'],
    ['ADMIN', 'ADMIN', 'forbidden'],
    ['MODERATOR', 'USER', 'forbidden'],
  ])('%s blocks %s: %s', async (actor, target, result) => {
    const [who, whom] = [await api.person(actor), await api.person(target)];
    expect(await outcome(setStatus(who, whom.id, false))).toBe(result);
  });

  test('assigned tickets stay where they are', async () => {
    const [admin, helper, customer] = [
      await api.person('ADMIN'),
      await api.person('HELPER'),
      await api.person('USER'),
    ];
    const category = (await customer.api('GET /categories', {})).items[0]!;
    const ticket = await customer.api('POST /tickets', {
      title: 'Т',
      description: 'О',
      categoryId: category.id,
    });
    await helper.api('PUT /tickets/{id}/assign', { id: ticket.id, assigneeId: helper.id });
    await setRole(admin, helper.id, 'USER');
    const after = await admin.api('GET /tickets/{id}', { id: ticket.id });
    expect(after.assigneeId).toBe(helper.id);
    await expect(helper.api('GET /tickets/{id}', { id: ticket.id })).rejects.toMatchObject({
      status: 404,
    });
  });
});

describe('the list of people', () => {
  test('is for those who may; filters, pages and finds', async () => {
    const admin = await api.person('ADMIN');
    const helper = await api.person('HELPER');
    expect(await outcome(helper.api('GET /users', {}))).toBe('forbidden');
    const ids: string[] = [];
    for (const [first, last, username] of [
      ['Виталий', 'Кузнецов', 'vit_al'],
      ['Анастасия', 'Кузнецова', null],
      ['Bo', null, 'bobo'],
    ] as const) {
      const { id } = await api.person('USER');
      await api.db('users').where({ id }).update({ first_name: first, last_name: last, username });
      ids.push(id);
    }
    const [vitaly, anastasia, bo] = ids;
    const find = async (search: string) =>
      (await admin.api('GET /users', { search })).items.map(({ id }) => id);
    expect(await find('кузнецов')).toEqual([anastasia, vitaly]);
    expect(await find('Кузнецов Виталий')).toEqual([vitaly]);
    expect(await find('@vit_al')).toEqual([vitaly]);
    expect(await find('bo')).toEqual([bo]);
    expect(await find('Кузнецва')).toContain(vitaly);
    expect(await find('%')).toEqual([]);
    expect(await find('_____')).toEqual([]);
    const { telegramId } = (await admin.api('GET /users', { search: 'bobo' })).items[0]!;
    expect(await find(telegramId!)).toEqual([bo]);

    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await admin.api('GET /users', { role: 'USER,HELPER', limit: 3, cursor });
      seen.push(...page.items.map((user) => user.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    const all = await api.db('users').whereIn('role', ['USER', 'HELPER']).select('id');
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.sort()).toEqual(all.map((row) => row.id).sort());
    await expect(admin.api('GET /users', { cursor: 'nonsense' })).rejects.toMatchObject({
      status: 400,
      code: 'invalid_cursor',
    });
  });
});

describe("a customer's tickets", () => {
  test('for themselves and for staff, as far as they see', async () => {
    const [customer, stranger, helper, moderator] = [
      await api.person('USER'),
      await api.person('USER'),
      await api.person('HELPER'),
      await api.person('MODERATOR'),
    ];
    const category = (await customer.api('GET /categories', {})).items[0]!;
    const open = (title: string) =>
      customer.api('POST /tickets', { title, description: 'О', categoryId: category.id });
    const [first, second] = [await open('Первый'), await open('Второй')];
    await moderator.api('PUT /tickets/{id}/assign', { id: first.id, assigneeId: moderator.id });
    const list = async (who: ApiPerson, id = customer.id) =>
      (await who.api('GET /users/{id}/tickets', { id })).items.map((ticket) => ticket.id);
    expect(await list(customer)).toEqual([second.id, first.id]);
    expect(await list(moderator)).toEqual([second.id, first.id]);
    expect(await list(helper)).toEqual([second.id]);
    expect(await list(moderator, stranger.id)).toEqual([]);
    expect(await list(stranger, stranger.id)).toEqual([]);
    const nobody = '019a0000-0000-7000-8000-000000000000';
    for (const [who, id] of [
      [stranger, customer.id],
      [stranger, nobody],
      [helper, stranger.id],
      [helper, nobody],
      [moderator, nobody],
    ] as const) {
      expect(await outcome(list(who, id))).toBe('not_found');
    }
  });
});

describe('categories of a helper', () => {
  test('decide at once what they see; only those above choose them', async () => {
    const [admin, moderator, helper] = [
      await api.person('ADMIN'),
      await api.person('MODERATOR'),
      await api.person('HELPER'),
    ];
    const { items } = await admin.api('GET /categories', {});
    const [first, second] = [items[0]?.id ?? '', items[1]?.id ?? ''];
    const customer = await api.person();
    const ticket = { title: 'Вопрос', description: 'Текст', categoryId: second };
    const { id } = await customer.api('POST /tickets', ticket);
    const set = (who: ApiPerson, categoryIds: string[]) =>
      who.api('PUT /users/{id}/categories', { id: helper.id, categoryIds });
    const sees = async () => (await helper.request(`/api/v1/tickets/${id}`)).status;
    expect(await sees()).toBe(200);
    expect((await set(admin, [first, first])).categoryIds).toEqual([first]);
    expect(await sees()).toBe(404);
    expect(await outcome(set(moderator, []))).toBe('forbidden');
    expect(await outcome(set(admin, ['019a0000-0000-7000-8000-000000000000']))).toBe('not_found');
    await set(admin, []);
    expect(await sees()).toBe(200);
    const types = (await eventsOf(helper.id)).map(([type]) => type);
    expect(types.filter((type) => type === 'account.rights_changed')).toHaveLength(2);
  });

  test('blocked people are found by themselves', async () => {
    const [admin, helper] = [await api.person('ADMIN'), await api.person('HELPER')];
    await setStatus(admin, helper.id, false);
    const listed = await admin.request('/api/v1/users?isActive=false&limit=100');
    const { items } = (await listed.json()) as { items: { id: string; isActive: boolean }[] };
    expect(items.map(({ id }) => id)).toContain(helper.id);
    expect(items.every(({ isActive }) => !isActive)).toBe(true);
  });
});
