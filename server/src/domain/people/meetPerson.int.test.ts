import type { Knex } from 'knex';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createKnex } from '../../db/knex';
import { createTestDatabase } from '../../db/testing/createTestDatabase';
import { SYSTEM } from '../context';
import { Desk } from '../desk';
import { meetPerson, type Acquaintance } from './meetPerson';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let db: Knex;
let desk: Desk;
beforeAll(async () => {
  database = await createTestDatabase();
  db = createKnex(database.url);
  desk = new Desk(db, () => new Date());
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

const meet = (who: Partial<Acquaintance> & { telegramId: number }) =>
  desk.run(SYSTEM, (ctx) =>
    meetPerson(ctx, { firstName: 'Анна', ownerIds: [77], viaBot: true, ...who }),
  );

it('gives a role and a language at the first contact, and keeps them', async () => {
  expect(await meet({ telegramId: 77 })).toMatchObject({ role: 'DEVELOPER', language: 'en' });
  expect(await meet({ telegramId: 1, languageCode: 'uk' })).toMatchObject({
    role: 'USER',
    language: 'ru',
  });
  expect(await meet({ telegramId: 1, languageCode: 'en-GB' })).toMatchObject({ language: 'ru' });
  expect(await meet({ telegramId: 2, languageCode: 'pt-br' })).toMatchObject({ language: 'en' });
});

it('makes one record of many first contacts at once', async () => {
  const met = await Promise.all(Array.from({ length: 8 }, () => meet({ telegramId: 3 })));
  expect(new Set(met.map(({ id }) => id)).size).toBe(1);
  const events = await db('event_log').whereRaw(`data->>'telegramId' = '3'`);
  expect(events).toHaveLength(1);
  expect(events[0].audience).toEqual(['people', `account:${met[0]?.id}`]);
});

it('follows names, and knows from the bot alone that the bot may write', async () => {
  const first = await meet({ telegramId: 4, viaBot: false });
  expect(first.botStartedAt).toBeNull();
  const started = await meet({ telegramId: 4, lastName: 'К', username: 'anna' });
  expect(started).toMatchObject({ id: first.id, lastName: 'К', username: 'anna' });
  expect(started.botStartedAt).not.toBeNull();
  await db('users').where({ id: first.id }).update({ bot_blocked_at: new Date() });
  expect((await meet({ telegramId: 4, viaBot: false })).botBlockedAt).not.toBeNull();
  expect((await meet({ telegramId: 4 })).botBlockedAt).toBeNull();
  expect((await meet({ telegramId: 4, firstName: '  ' })).firstName).toBe('4');
});
