import { afterAll, beforeAll, expect, it } from 'vitest';
import { User } from '../domain/people/user';
import { anna, ben, makePng } from '../sandbox/testKit';
import { createTestDesk, until, type TestDesk } from './testing/testDesk';

let desk: TestDesk;
beforeAll(async () => {
  desk = await createTestDesk();
});
afterAll(() => desk.close());

/** They write to the bot for the first time. */
async function meet(id: number): Promise<void> {
  desk.server.sandbox.control.sendText(id, 'Здравствуйте');
  await until(() => User.query(desk.db).findOne({ telegramId: id }));
}
const read = (telegramId: number) => User.query(desk.db).findOne({ telegramId }).throwIfNotFound();
/** As if a day had passed since the last look. */
const lookAgain = (telegramId: number) =>
  desk.db('users').where({ telegram_id: telegramId }).update({ avatar_due_at: new Date() });

it('fetches the picture of who writes to the bot, follows its change and its removal, and gives up what it replaced', async () => {
  const { control } = desk.server.sandbox;
  control.setPhoto(anna.id, makePng(400, 300));
  await meet(anna.id);
  const first = await until(async () => {
    const user = await read(anna.id);
    return user.avatarKey === null ? null : user;
  });
  expect(await desk.storage.size(first.avatarKey ?? '')).toBeGreaterThan(0);
  expect(first.avatarDueAt?.getTime()).toBeGreaterThan(Date.now() + 20 * 3_600_000);

  // The same picture is not fetched again.
  const fetched = () => control.calls().filter(({ method }) => method === 'getFile').length;
  const before = fetched();
  await lookAgain(anna.id);
  await until(async () => ((await read(anna.id)).avatarDueAt?.getTime() ?? 0) > Date.now());
  expect([(await read(anna.id)).avatarKey, fetched()]).toEqual([first.avatarKey, before]);

  control.setPhoto(anna.id, makePng(200, 200));
  await lookAgain(anna.id);
  const second = await until(async () => {
    const user = await read(anna.id);
    return user.avatarKey === first.avatarKey ? null : user;
  });
  control.setPhoto(anna.id, null);
  await lookAgain(anna.id);
  await until(async () => (await read(anna.id)).avatarKey === null);
  const given = await desk.db('attachments').whereNull('message_id').pluck('storage_key');
  expect(given.sort()).toEqual([first.avatarKey, second.avatarKey].sort());
  // Whoever has their ticket in sight learns of it: there is one, there is another, there is none.
  const told = await desk.db('event_log').where({ type: 'user.changed' }).orderBy('seq');
  const addressOf = (key: string | null) =>
    key && `/api/v1/avatars/${first.id}/${key.slice(0, 16)}`;
  const news = told.filter(({ audience }) => audience.some((key: string) => /^pool:/.test(key)));
  expect(news.map(({ data }) => data.avatarUrl)).toEqual(
    [first.avatarKey, second.avatarKey, null].map(addressOf),
  );
});

it('is content without a picture, and asks later when Telegram refuses', async () => {
  const { control } = desk.server.sandbox;
  control.failNext({ method: 'getUserProfilePhotos', kind: 'error', code: 400, times: 1 });
  await meet(ben.id);
  const failed = await until(async () => {
    const user = await read(ben.id);
    return (user.avatarDueAt?.getTime() ?? 0) > Date.now() ? user : null;
  });
  expect(failed.avatarDueAt?.getTime()).toBeLessThan(Date.now() + 2 * 3_600_000);
  await lookAgain(ben.id);
  await until(async () => ((await read(ben.id)).avatarDueAt?.getTime() ?? 0) > Date.now());
  expect((await read(ben.id)).avatarKey).toBeNull();
});
