import type { SavedView } from '@tikethet/shared/contracts';
import { joinList } from '@tikethet/shared/tickets';
import { describe, expect, test } from 'vitest';
import { newId } from '../db/ids';
import { castApi } from '../testing/castApi';
import type { ApiPerson } from '../testing/testApi';

const { api, eventsOf, moderator, helper, customer, categoryId } = await castApi({
  moderator: 'MODERATOR',
  helper: 'HELPER',
  customer: 'USER',
});

const refused = (status: number) => expect.objectContaining({ status }) as unknown;
const keep = (by: ApiPerson, name: string, filters: Record<string, string>, shared = false) =>
  by.api('POST /views', { id: newId(), name, filters, shared });
const namesOf = async (person: ApiPerson) =>
  (await person.api('GET /views', {})).items.map(({ name }) => name);
const open = (title: string) =>
  customer.api('POST /tickets', { title, description: title, categoryId });
const titles = async (person: ApiPerson, filters: object) =>
  (await person.api('GET /tickets', filters)).items.map(({ title }) => title);

describe('saved views', () => {
  let own: SavedView;
  let shared: SavedView;

  test('belong to their owner, or to the team when they are shared', async () => {
    own = await keep(helper, 'Мои срочные', { assigneeId: 'me', priority: 'CRITICAL' });
    shared = await keep(moderator, 'Оплата', { tags: 'оплата', sort: 'waiting' }, true);
    expect(shared).toMatchObject({ ownerId: moderator.id, shared: true });
    expect(await namesOf(helper)).toEqual(['Мои срочные', 'Оплата']);
    expect(await namesOf(moderator)).toEqual(['Оплата']);
    expect(await eventsOf(own.id)).toEqual([['view.changed', [`account:${helper.id}`]]]);
    expect(await eventsOf(shared.id)).toEqual([['view.changed', ['team']]]);
    await expect(customer.api('GET /views', {})).rejects.toEqual(refused(403));
  });

  test('are shared and changed by whom it is given to', async () => {
    await expect(keep(helper, 'Для всех', {}, true)).rejects.toEqual(refused(403));
    const { id } = shared;
    await expect(helper.api('PUT /views/{id}', { id, name: 'Х' })).rejects.toEqual(refused(403));
    await expect(helper.api('DELETE /views/{id}', { id })).rejects.toEqual(refused(403));
    await expect(moderator.api('PUT /views/{id}', { id: own.id, name: 'Х' })).rejects.toEqual(
      refused(404),
    );
    await expect(helper.api('PUT /views/{id}', { id: own.id, shared: true })).rejects.toEqual(
      refused(403),
    );
  });

  test('hold only what a list understands', async () => {
    const wrong: Record<string, string>[] = [{ status: 'NEW' }, { colour: 'red' }, { sort: 'up' }];
    for (const filters of wrong) {
      await expect(keep(helper, 'Х', filters)).rejects.toEqual(refused(422));
    }
  });

  test('are renamed, taken back and deleted; whoever saw them is told', async () => {
    const { id } = shared;
    await moderator.api('PUT /views/{id}', { id, name: 'Оплата и возвраты' });
    expect(await namesOf(helper)).toContain('Оплата и возвраты');
    await moderator.api('PUT /views/{id}', { id, shared: false });
    expect(await namesOf(helper)).toEqual(['Мои срочные']);
    expect((await eventsOf(id)).slice(-2)).toEqual([
      ['view.deleted', ['team']],
      ['view.changed', [`account:${moderator.id}`]],
    ]);
    await moderator.api('DELETE /views/{id}', { id });
    await moderator.api('DELETE /views/{id}', { id });
    expect(await namesOf(moderator)).toEqual([]);
    const actions = await api.db('audit_log').where('target_id', id).orderBy('at').pluck('action');
    expect(actions.toSorted()).toEqual(['view.changed', 'view.changed', 'view.shared']);
  });

  test('stand in each person’s own order', async () => {
    const ids = (await helper.api('GET /views', {})).items.map(({ id }) => id);
    const second = await keep(helper, 'Второй', { due: 'risk' });
    await helper.api('PUT /views', { ids: [second.id, ...ids] });
    const third = await keep(moderator, 'Третий', {}, true);
    expect(await namesOf(helper)).toEqual(['Второй', 'Мои срочные', 'Третий']);
    await moderator.api('DELETE /views/{id}', { id: third.id });
  });
});

describe('lists and counts', () => {
  test('filter by tag, mention, sleep, promise, channel, rating and what is unread', async () => {
    const [first, second, third] = [
      await open('Первый'),
      await open('Второй'),
      await open('Третий'),
    ];
    await moderator.api('PUT /tickets/{id}', {
      id: first.id,
      addTags: ['оплата', 'vip', 'оплата, возврат'],
    });
    const { id } = second;
    const until = new Date(api.now().getTime() + 3_600_000).toISOString();
    await moderator.api('PUT /tickets/{id}/snooze', { id, until });
    await moderator.api('POST /tickets/{id}/messages', {
      id: third.id,
      content: '@помощь',
      internal: true,
      mentionIds: [helper.id],
    });
    expect(await titles(moderator, { tags: 'vip,другая' })).toEqual(['Первый']);
    const odd = joinList(['оплата, возврат']);
    expect(await titles(moderator, { tags: odd })).toEqual(['Первый']);
    expect(await titles(moderator, { tags: 'возврат' })).toEqual([]);
    expect(await titles(moderator, { snoozed: 'yes' })).toEqual(['Второй']);
    expect(await titles(moderator, { snoozed: 'no', sort: 'created' })).toEqual([
      'Третий',
      'Первый',
    ]);
    expect(await titles(helper, { mentioned: 'me' })).toEqual(['Третий']);
    expect(await titles(moderator, { channel: 'BOT' })).toEqual([]);
    expect(await titles(moderator, { rating: '1,5' })).toEqual([]);
    expect(await titles(moderator, { createdWithin: '1d' })).toHaveLength(3);
    expect(await titles(moderator, { unread: 'yes', tags: 'vip' })).toEqual(['Первый']);
    await moderator.api('PUT /tickets/{id}/read', { id: first.id });
    expect(await titles(moderator, { unread: 'yes', tags: 'vip' })).toEqual([]);
    expect(await titles(moderator, { due: 'risk' })).toEqual([]);
    await api.db('tickets').where('id', first.id).update({ due_at: api.now() });
    expect(await titles(moderator, { due: 'late' })).toEqual(['Первый']);

    const counts = await moderator.api('GET /tickets/counts', {});
    expect(counts).toMatchObject({ active: 2, unassigned: 2, snoozed: 1, atRisk: 1, mentions: 0 });
    expect(counts.byTag).toEqual({ оплата: 1, vip: 1, 'оплата, возврат': 1 });
    expect((await helper.api('GET /tickets/counts', {})).mentions).toBe(1);
    const view = await keep(moderator, 'VIP', { tags: 'vip' });
    const all = await keep(moderator, 'Все', {});
    const { counts: held } = await moderator.api('GET /views/counts', {});
    expect(held).toEqual({ [view.id]: 1, [all.id]: 3 });
  });

  test('page by keyset in every order, what has no moment last', async () => {
    for (const sort of ['updated', 'created', 'priority', 'due', 'waiting'] as const) {
      const found: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await moderator.api('GET /tickets', { sort, limit: 1, cursor });
        found.push(...page.items.map(({ title }) => title));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(found.toSorted(), sort).toEqual(['Второй', 'Первый', 'Третий']);
      if (sort === 'due') expect(found[0]).toBe('Первый');
    }
  });

  test('know who has been waiting longest', async () => {
    const ticket = await open('Ждёт');
    expect(ticket.waitingSince).not.toBeNull();
    const { id } = ticket;
    await moderator.api('POST /tickets/{id}/messages', { id, content: 'Смотрим' });
    expect((await moderator.api('GET /tickets/{id}', { id })).waitingSince).toBeNull();
    expect((await titles(moderator, { sort: 'waiting' })).at(-1)).toBe('Ждёт');
    api.advance(60);
    await customer.api('POST /tickets/{id}/messages', { id, content: 'Спасибо, жду' });
    const since = api.now().toISOString();
    expect((await moderator.api('GET /tickets/{id}', { id })).waitingSince).toBe(since);
    await moderator.api('PUT /tickets/{id}/status', { id, status: 'RESOLVED' });
    expect((await moderator.api('GET /tickets/{id}', { id })).waitingSince).toBeNull();
  });

  test('tags added and removed by two people never collide', async () => {
    const { id, version } = await open('Метки');
    await helper.api('PUT /tickets/{id}', { id, addTags: ['a', 'b'], version });
    const after = await moderator.api('PUT /tickets/{id}', {
      id,
      addTags: ['c'],
      removeTags: ['a'],
      version,
    });
    expect(after.tags).toEqual(['b', 'c']);
    const many = Array.from({ length: 19 }, (_, n) => `t${n}`);
    await expect(moderator.api('PUT /tickets/{id}', { id, addTags: many })).rejects.toEqual(
      refused(422),
    );
  });
});
