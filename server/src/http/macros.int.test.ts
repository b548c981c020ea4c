import type { InputOf } from '@tikethet/shared/contracts';
import { describe, expect, test } from 'vitest';
import { newId } from '../db/ids';
import { castApi } from '../testing/castApi';
import type { ApiPerson } from '../testing/testApi';

const { api, eventsOf, admin, helper, colleague } = await castApi({
  admin: 'ADMIN',
  helper: 'HELPER',
  colleague: 'HELPER',
});

const namesOf = async (who: ApiPerson) =>
  (await who.api('GET /macros', {})).items.map(({ name }) => name);
const auditOf = (id: string) => api.db('audit_log').where('target_id', id).orderBy('at');
const macro = (change: Partial<InputOf<'macros.create'>> = {}): InputOf<'macros.create'> => ({
  id: newId(),
  name: 'Привет',
  texts: { ru: 'Здравствуйте, {{customer.firstName | друг}}!', en: null },
  ...change,
});

describe('macros', () => {
  test('one’s own are nobody else’s business', async () => {
    const made = await helper.api('POST /macros', macro({ name: 'Моё' }));
    expect(made).toMatchObject({ ownerId: helper.id, version: 1, categoryIds: [] });
    expect(await namesOf(helper)).toContain('Моё');
    expect(await namesOf(colleague)).not.toContain('Моё');
    expect(await namesOf(admin)).not.toContain('Моё');
    for (const stranger of [colleague, admin]) {
      await expect(
        stranger.api('PUT /macros/{id}', { id: made.id, name: 'Х' }),
      ).rejects.toMatchObject({ code: 'not_found' });
      await stranger.api('DELETE /macros/{id}', { id: made.id });
    }
    await helper.api('DELETE /macros/{id}', { id: made.id });
    await helper.api('DELETE /macros/{id}', { id: made.id });
    expect(await namesOf(helper)).not.toContain('Моё');
    expect(await eventsOf(made.id)).toEqual([
      ['macro.changed', [`user:${helper.id}`]],
      ['macro.deleted', [`user:${helper.id}`]],
    ]);
    expect(await auditOf(made.id)).toEqual([]);
  });

  test('the team’s are made by those who may, used by all, and logged', async () => {
    const customer = await api.person('USER');
    await expect(customer.api('GET /macros', {})).rejects.toMatchObject({ status: 403 });
    await expect(helper.api('POST /macros', macro({ team: true }))).rejects.toMatchObject({
      status: 403,
    });

    const made = await admin.api('POST /macros', macro({ team: true, name: 'Решено' }));
    expect(await namesOf(colleague)).toContain('Решено');
    await expect(helper.api('PUT /macros/{id}', { id: made.id, name: 'Х' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(helper.api('DELETE /macros/{id}', { id: made.id })).rejects.toMatchObject({
      code: 'forbidden',
    });

    const changed = await admin.api('PUT /macros/{id}', {
      id: made.id,
      actions: { status: 'RESOLVED', addTags: ['готово'], assign: 'me' },
    });
    expect(changed).toMatchObject({
      version: 2,
      name: 'Решено',
      actions: { status: 'RESOLVED', priority: null, addTags: ['готово'], assign: 'me' },
    });
    // Nothing new: nothing to announce.
    await admin.api('PUT /macros/{id}', { id: made.id, name: 'Решено' });
    await expect(
      admin.api('PUT /macros/{id}', { id: made.id, name: 'Готово', base: { name: 'Решён' } }),
    ).rejects.toMatchObject({
      code: 'conflict',
      details: { fields: { name: { current: 'Решено', yours: 'Готово' } }, current: changed },
    });
    await admin.api('DELETE /macros/{id}', { id: made.id });
    expect(await eventsOf(made.id)).toEqual([
      ['macro.changed', ['team']],
      ['macro.changed', ['team']],
      ['macro.deleted', ['team']],
    ]);
    expect((await auditOf(made.id)).map(({ action }) => action)).toEqual([
      'macro.created',
      'macro.changed',
      'macro.deleted',
    ]);
  });

  test('refuse what would fail in front of a customer', async () => {
    const refused = { code: 'validation_failed' };
    await expect(
      helper.api('POST /macros', macro({ texts: { ru: '{{customer.nmae}}', en: null } })),
    ).rejects.toMatchObject(refused);
    await expect(
      helper.api('POST /macros', macro({ texts: { ru: '  ', en: null } })),
    ).rejects.toMatchObject(refused);
    const twin = macro();
    await helper.api('POST /macros', twin);
    await expect(helper.api('POST /macros', twin)).rejects.toMatchObject({
      code: 'already_exists',
    });
    // Without a word, but with something to do.
    await helper.api(
      'POST /macros',
      macro({ texts: { ru: null, en: null }, actions: { priority: 'HIGH' } }),
    );
  });
});

describe('own settings of the console', () => {
  test('are kept part by part and told to the person’s own devices', async () => {
    expect(await helper.api('GET /me/console', {})).toEqual({
      signature: { text: '', isOn: false },
      shortcuts: {},
    });
    const signature = { text: '— Анна', isOn: true };
    await helper.api('PUT /me/console', { signature });
    await helper.api('PUT /me/console', { shortcuts: { resolve: ['mod+e'] } });
    const kept = { signature, shortcuts: { resolve: ['mod+e'] } };
    expect(await helper.api('GET /me/console', {})).toEqual(kept);
    expect(await helper.api('PUT /me/console', { signature })).toEqual(kept);
    expect((await colleague.api('GET /me/console', {})).signature.text).toBe('');
    const told = await api.db('event_log').where('type', 'console_settings.changed');
    expect(told.map(({ audience }) => audience)).toEqual([
      [`user:${helper.id}`],
      [`user:${helper.id}`],
    ]);
  });
});
