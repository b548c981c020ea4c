import { describe, expect, test } from 'vitest';
import { installPreset } from '../domain/categories/installPreset';
import { PRESETS, type PresetName } from '../domain/categories/presets';
import { SYSTEM } from '../domain/context';
import { castApi } from '../testing/castApi';
import type { ApiPerson } from '../testing/testApi';

const { api, eventsOf, admin, customer } = await castApi({ admin: 'ADMIN', customer: 'USER' });

const list = async (who: ApiPerson) => (await who.api('GET /categories', {})).items;
const other = async () => (await list(admin)).find(({ slug }) => slug === 'other')!;

describe('presets', () => {
  test('the original list stands on a new desk, in order', async () => {
    expect(
      (await list(customer)).map(({ slug, name, icon, color }) => [slug, name, icon, color]),
    ).toEqual([
      ['tech', 'Технические проблемы', '🔧', '#FF6B6B'],
      ['bans', 'Баны и наказания', '⚖️', '#4ECDC4'],
      ['gameplay', 'Игровые вопросы', '🎮', '#45B7D1'],
      ['economy', 'Экономика и донат', '💰', '#96CEB4'],
      ['reports', 'Жалобы на игроков', '🚨', '#FECA57'],
      ['other', 'Другое', '❓', '#B8B8B8'],
    ]);
  });

  test.each(Object.keys(PRESETS) as PresetName[])('%s keeps what is there', async (name) => {
    const before = await list(admin);
    const added = await api.desk.run(SYSTEM, (ctx) => installPreset(ctx, name));
    expect(await api.desk.run(SYSTEM, (ctx) => installPreset(ctx, name))).toEqual([]);
    expect(PRESETS[name].at(-1)?.slug).toBe('other');
    const after = await list(admin);
    expect(after).toHaveLength(before.length + added.length);
    expect(after).toEqual(expect.arrayContaining(before));
    for (const { id } of added) {
      await admin.api('DELETE /categories/{id}', { id });
    }
  });
});

describe('managing', () => {
  test('is for ADMINs', async () => {
    const moderator = await api.person('MODERATOR');
    const { id } = await other();
    for (const attempt of [
      () => moderator.api('POST /categories', { name: 'Х' }),
      () => moderator.api('PUT /categories/{id}', { id, name: 'Х' }),
      () => customer.api('DELETE /categories/{id}', { id }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ status: 403 });
    }
  });

  test('creates at the end, with a slug of its own, and tells everybody', async () => {
    const made = await admin.api('POST /categories', { name: 'Щедрые дары', color: '#123abc' });
    expect(made).toMatchObject({ slug: 'shchedrye-dary', isActive: true, color: '#123abc' });
    expect((await list(customer)).at(-1)).toEqual(made);
    expect(await eventsOf(made.id)).toEqual([['category.changed', ['all']]]);
    const twin = await admin.api('POST /categories', { name: 'Щедрые — дары!' });
    expect(twin.slug).toBe('shchedrye-dary-2');
  });

  test('refuses doubles of names and slugs, whatever their case', async () => {
    const exists = { status: 409, code: 'already_exists' };
    await expect(admin.api('POST /categories', { name: 'другое' })).rejects.toMatchObject(exists);
    await expect(
      admin.api('POST /categories', { name: 'Новое', slug: 'OTHER' }),
    ).rejects.toMatchObject(exists);
    const made = await admin.api('POST /categories', { name: 'Имя', slug: 'name' });
    await expect(
      admin.api('PUT /categories/{id}', { id: made.id, name: 'ДРУГОЕ' }),
    ).rejects.toMatchObject(exists);
    // Its own name in other letters is no double.
    await admin.api('PUT /categories/{id}', { id: made.id, name: 'ИМЯ' });
    const races = await Promise.all(
      ['Гонка', 'гонка', 'ГОНКА'].map((name) =>
        admin.api('POST /categories', { name }).then(
          () => 201,
          (error: { status: number }) => error.status,
        ),
      ),
    );
    expect(races.sort()).toEqual([201, 409, 409]);
  });

  test('changes fields and announces only changes', async () => {
    const { id } = await admin.api('POST /categories', { name: 'Черновик' });
    const fields = { name: 'Чистовик', nameEn: 'Fair copy', sortOrder: 7, icon: '🧾' };
    expect(await admin.api('PUT /categories/{id}', { id, ...fields })).toMatchObject(fields);
    await admin.api('PUT /categories/{id}', { id, ...fields });
    expect(await eventsOf(id)).toHaveLength(2);
    await expect(
      admin.api('PUT /categories/{id}', { id, slug: 'x' } as never),
    ).rejects.toMatchObject({ status: 422 });
    await expect(
      admin.api('PUT /categories/{id}', {
        id: '019a0000-0000-7000-8000-000000000000',
        name: 'Ж',
      }),
    ).rejects.toMatchObject({ status: 404 });
  });

  test('inactive ones are shown to staff only, and take no tickets', async () => {
    const { id } = await admin.api('POST /categories', { name: 'Закрытая' });
    await admin.api('PUT /categories/{id}', { id, isActive: false });
    expect((await list(admin)).some((category) => category.id === id)).toBe(true);
    expect((await list(customer)).some((category) => category.id === id)).toBe(false);
    await expect(
      customer.api('POST /tickets', { title: 'Т', description: 'О', categoryId: id }),
    ).rejects.toMatchObject({ status: 422 });
  });
});

describe('deleting', () => {
  const inUse = { status: 409, code: 'category_in_use' };

  test('removes an empty one and tells everybody', async () => {
    const { id } = await admin.api('POST /categories', { name: 'Лишняя' });
    await admin.api('DELETE /categories/{id}', { id });
    expect((await eventsOf(id)).at(-1)).toEqual(['category.deleted', ['all']]);
    await expect(admin.api('DELETE /categories/{id}', { id })).rejects.toMatchObject({
      status: 404,
    });
  });

  test('spares one with tickets, deleted ones included, and one that a helper holds', async () => {
    const used = await admin.api('POST /categories', { name: 'С тикетом' });
    const ticket = await customer.api('POST /tickets', {
      title: 'Т',
      description: 'О',
      categoryId: used.id,
    });
    await admin.api('DELETE /tickets/{id}', { id: ticket.id });
    await expect(admin.api('DELETE /categories/{id}', { id: used.id })).rejects.toMatchObject(
      inUse,
    );
    const held = await admin.api('POST /categories', { name: 'У помощника' });
    const helper = await api.person('HELPER');
    await api.db('user_categories').insert({ user_id: helper.id, category_id: held.id });
    await expect(admin.api('DELETE /categories/{id}', { id: held.id })).rejects.toMatchObject(
      inUse,
    );
  });

  test('and closing spare the fallback and the last active one', async () => {
    const { id } = await other();
    await expect(admin.api('DELETE /categories/{id}', { id })).rejects.toMatchObject(inUse);
    await expect(admin.api('PUT /categories/{id}', { id, isActive: false })).rejects.toMatchObject(
      inUse,
    );
    await admin.api('PUT /categories/{id}', { id, name: 'Разное' });
    const last = await admin.api('POST /categories', { name: 'Последняя' });
    await api.db('categories').whereNot({ id: last.id }).update({ is_active: false });
    await expect(
      admin.api('PUT /categories/{id}', { id: last.id, isActive: false }),
    ).rejects.toMatchObject(inUse);
    await expect(admin.api('DELETE /categories/{id}', { id: last.id })).rejects.toMatchObject(
      inUse,
    );
  });
});
