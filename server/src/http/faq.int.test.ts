import type { FaqEntry } from '@tikethet/shared/contracts';
import { describe, expect, test } from 'vitest';
import { castApi } from '../testing/castApi';
import type { ApiPerson } from '../testing/testApi';

const { api, eventsOf, admin, customer, categoryId } = await castApi({
  admin: 'ADMIN',
  customer: 'USER',
});

const said = (title: string, body = 'Текст', keywords: string[] = []) => ({
  title,
  body,
  keywords,
});
const write = (title: string, change: { isPublished?: boolean; categoryId?: string } = {}) =>
  admin.api('POST /faq/entries', {
    texts: { ru: said(title), en: null },
    isPublished: true,
    ...change,
  });
const found = async (search: string) =>
  (await customer.api('GET /faq/search', { search })).items.map(({ id }) => id);
const refused = (status: number) => expect.objectContaining({ status }) as unknown;

describe('writing', () => {
  test('is for ADMINs', async () => {
    const moderator = await api.person('MODERATOR');
    const { id } = await write('Чужая');
    const texts = { ru: said('Х'), en: null };
    for (const attempt of [
      () => moderator.api('POST /faq/entries', { texts }),
      () => moderator.api('PUT /faq/entries/{id}', { id, isPublished: false }),
      () => moderator.api('DELETE /faq/entries/{id}', { id }),
      () => moderator.api('GET /faq/entries', {}),
      () => customer.api('GET /faq/entries/{id}', { id }),
      () => customer.api('PUT /faq/order', { categoryId: null, ids: [id] }),
    ]) {
      await expect(attempt()).rejects.toEqual(refused(403));
    }
  });

  test('a draft is seen by nobody else; publishing shows it at once, in every door', async () => {
    const draft = await write('Недописанное растение', { isPublished: false, categoryId });
    expect(draft).toMatchObject({ slug: 'nedopisannoe-rastenie', version: 1, helpful: 0 });
    const { id, slug } = draft;
    expect(await found('растение')).toEqual([]);
    await expect(customer.api('GET /faq/articles/{key}', { key: id })).rejects.toEqual(
      refused(404),
    );
    await expect(
      customer.api('PUT /faq/articles/{id}/vote', { id, helpful: true }),
    ).rejects.toEqual(refused(404));

    await admin.api('PUT /faq/entries/{id}', { id, isPublished: true });
    expect(await found('растения')).toEqual([id]);
    expect(await customer.api('GET /faq/articles/{key}', { key: slug })).toMatchObject({ id });
    expect((await customer.api('GET /faq/articles', { categoryId })).items).toMatchObject([{ id }]);
    expect((await customer.api('GET /faq', {})).categories).toContainEqual({
      categoryId,
      articles: 1,
    });

    await admin.api('PUT /faq/entries/{id}', { id, isPublished: false });
    expect(await found('растение')).toEqual([]);
    expect(await eventsOf(id)).toEqual([
      ['faq.changed', ['staff']],
      ['faq.changed', ['all']],
      ['faq.changed', ['all']],
    ]);
  });

  test('changes both languages, keeps the slug, refuses what was based on an older version', async () => {
    const first = await write('Верблюды');
    const texts = { ru: said('Ламы'), en: said('Llamas', 'They **spit**.', ['alpaca']) };
    const after = await admin.api('PUT /faq/entries/{id}', { ...pick(first), texts });
    expect(after).toMatchObject({ slug: first.slug, version: 2, texts });
    expect(await found('верблюд')).toEqual([]);
    expect(await found('alpaca')).toEqual([first.id]);
    const english = await customer.api('GET /faq/articles/{key}', {
      key: first.slug,
      language: 'en',
    });
    expect(english).toMatchObject({ title: 'Llamas', excerpt: 'They spit.', language: 'en' });

    await expect(
      admin.api('PUT /faq/entries/{id}', { ...pick(first), categoryId }),
    ).rejects.toMatchObject({ code: 'conflict', details: { current: { version: 2, texts } } });
    // Saying the same again is no conflict and no change.
    expect(await admin.api('PUT /faq/entries/{id}', { ...pick(first), texts })).toEqual(after);

    await admin.api('PUT /faq/entries/{id}', { id: first.id, texts: { ...texts, en: null } });
    expect(
      await customer.api('GET /faq/articles/{key}', { key: first.slug, language: 'en' }),
    ).toMatchObject({ title: 'Ламы', language: 'ru' });
    const audit = await api.db('audit_log').where({ target_id: first.id }).orderBy('at');
    expect(audit.map(({ action }) => action as string)).toEqual([
      'faq.created',
      'faq.changed',
      'faq.changed',
    ]);
  });

  test('needs words, a known category and a slug of its own', async () => {
    const texts = { ru: said('Повтор'), en: null };
    await admin.api('POST /faq/entries', { texts, slug: 'twin' });
    await expect(admin.api('POST /faq/entries', { texts, slug: 'twin' })).rejects.toEqual(
      refused(409),
    );
    expect((await admin.api('POST /faq/entries', { texts })).slug).toBe('povtor');
    expect((await admin.api('POST /faq/entries', { texts })).slug).toBe('povtor-2');
    for (const wrong of [
      { texts: { ru: null, en: null } },
      { texts: { ru: said('Т', ' '), en: null } },
      { texts, categoryId: '019a0000-0000-7000-8000-000000000000' },
    ]) {
      await expect(admin.api('POST /faq/entries', wrong)).rejects.toEqual(refused(422));
    }
  });

  test('deleting takes it out of search and tells everybody; a gone category lets its articles go on', async () => {
    const { id: gone } = await admin.api('POST /categories', { name: 'Временная' });
    const article = await write('Птеродактиль', { categoryId: gone });
    await admin.api('DELETE /categories/{id}', { id: gone });
    expect(await customer.api('GET /faq/articles/{key}', { key: article.id })).toMatchObject({
      categoryId: null,
    });
    const lexemes = () => api.db('faq_lexemes').whereRaw(`lexeme like 'птеродакт%'`);
    expect(await lexemes()).toHaveLength(1);
    await admin.api('DELETE /faq/entries/{id}', { id: article.id });
    expect(await found('птеродактиль')).toEqual([]);
    expect((await eventsOf(article.id)).at(-1)).toEqual(['faq.deleted', ['all']]);
    expect(await lexemes()).toEqual([]);
  });

  test('the order is the writers’, page by page', async () => {
    const { id: shelf } = await admin.api('POST /categories', { name: 'Полка' });
    const made: FaqEntry[] = [];
    for (const title of ['Один', 'Два', 'Три'])
      made.push(await write(title, { categoryId: shelf }));
    const [one, two, three] = made.map(({ id }) => id) as [string, string, string];
    await admin.api('PUT /faq/order', { categoryId: shelf, ids: [three, one] });
    const first = await customer.api('GET /faq/articles', { categoryId: shelf, limit: 2 });
    const second = await customer.api('GET /faq/articles', {
      categoryId: shelf,
      limit: 2,
      cursor: first.nextCursor!,
    });
    const seen = [...first.items, ...second.items].map(({ id }) => id);
    expect([seen, second.nextCursor]).toEqual([[three, one, two], null]);
    const entries = await admin.api('GET /faq/entries', { categoryId: shelf });
    expect(entries.items.map(({ titles }) => titles.ru)).toEqual(['Три', 'Один', 'Два']);
    await expect(admin.api('PUT /faq/order', { categoryId: null, ids: [one] })).rejects.toEqual(
      refused(404),
    );
    await expect(customer.api('GET /faq/articles', { cursor: 'WzFd' })).rejects.toEqual(
      refused(400),
    );
  });
});

describe('voting', () => {
  test('counts one vote a person, the last one, and lets it be taken back', async () => {
    const { id } = await write('Полезное');
    const other = await api.person('USER');
    const counters = async () => {
      const { helpful, unhelpful } = await admin.api('GET /faq/entries/{id}', { id });
      return [helpful, unhelpful];
    };
    const vote = (who: ApiPerson, helpful: boolean | null) =>
      who.api('PUT /faq/articles/{id}/vote', { id, helpful });

    await Promise.all([vote(customer, true), vote(customer, true), vote(other, false)]);
    expect(await counters()).toEqual([1, 1]);
    expect(await vote(customer, false)).toEqual({ myVote: false });
    expect(await counters()).toEqual([0, 2]);
    expect(await customer.api('GET /faq/articles/{key}', { key: id })).toMatchObject({
      myVote: false,
    });
    await vote(customer, null);
    expect(await counters()).toEqual([0, 1]);
    expect((await eventsOf(id)).at(-1)).toEqual(['faq.voted', ['staff']]);
  });

  test('what helped most comes first', async () => {
    const { id } = await write('Самое нужное');
    await api.db('faq_articles').where({ id }).update({ helpful: 40, unhelpful: 3 });
    expect((await customer.api('GET /faq', {})).popular[0]).toMatchObject({ id });
  });
});

/** What a change names itself by and is based on. */
function pick({ id, version }: FaqEntry): { id: string; version: number } {
  return { id, version };
}
