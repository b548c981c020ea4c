import { afterAll, beforeAll, expect, it } from 'vitest';
import { SYSTEM } from '../domain/context';
import { storeUpdates } from '../domain/telegram/updates';
import { createChatKit, type ChatKit } from './testing/chatKit';
import { TOKEN } from './testing/testDesk';

let kit: ChatKit;
beforeAll(async () => {
  kit = await createChatKit();
});
afterAll(() => kit.close());

const GROUP = -9_001;
const control = () => kit.desk.server.sandbox.control;
const BOT_ID = Number(TOKEN.split(':')[0]);
let nextUpdate = 900_000_000;

/** What the sandbox cannot play (supergroups, channels) comes as Telegram would send it. */
async function receive(chatId: number, update: object): Promise<void> {
  nextUpdate += 1;
  const payload = { update_id: nextUpdate, ...update };
  await kit.desk.desk.run(SYSTEM, (ctx) =>
    storeUpdates(ctx, BOT_ID, [{ updateId: nextUpdate, chatId, payload }]),
  );
}
const handled = () =>
  kit.until(async () => {
    const rows = await kit.desk.db('telegram_updates').whereNull('processed_at');
    return rows.length === 0 && control().pendingUpdates() === 0;
  });
const saidTo = async (chatId: number) => {
  const rows = await kit.desk.db('deliveries').where({ chat_id: chatId }).orderBy('seq');
  return rows.map(({ payload }) => payload.params.text as string);
};
const member = (status: string) => ({
  status,
  user: { id: BOT_ID, is_bot: true, first_name: 'B' },
});
const added = (chat: object, languageCode: string) => ({
  my_chat_member: {
    chat,
    from: { id: 77, is_bot: false, first_name: 'Админ', language_code: languageCode },
    date: 1,
    old_chat_member: member('left'),
    new_chat_member: member('member'),
  },
});

it('explains itself once to a group and then keeps silent, whatever is said there', async () => {
  control().addPerson({ id: GROUP, firstName: 'Чат', languageCode: 'ru', kind: 'group' });
  control().join(GROUP);
  const explained = await control().waitForMessage(GROUP, ({ from }) => from === 'bot', 10_000);
  expect(explained.message.text).toBe(
    'Я отвечаю только в личных чатах. Напишите мне: @tikethet_demo_bot',
  );
  control().sendText(GROUP, 'обычный разговор, которого бот не слышит');
  control().sendText(GROUP, '/start@tikethet_demo_bot');
  control().sendText(GROUP, '/new');
  control().sendText(GROUP, '/status@tikethet_demo_bot 1');
  control().sendText(GROUP, '@tikethet_demo_bot у меня не работает вход');
  await handled();
  control().leave(GROUP);
  control().join(GROUP);
  await handled();
  expect(await saidTo(GROUP)).toHaveLength(1);
  expect(await kit.desk.tickets()).toEqual([]);
  expect(await kit.desk.db('users')).toEqual([]);
});

it('takes what a group was told into its supergroup, whichever update comes first', async () => {
  const talk = (chatId: number, more: object) => ({
    message: {
      message_id: 5,
      date: 1,
      chat: { id: chatId, type: chatId < -1e12 ? 'supergroup' : 'group', title: 'Чат' },
      from: { id: 77, is_bot: false, first_name: 'Админ' },
      ...more,
    },
  });
  for (const [old, fresh, order] of [
    [-9_101, -1_000_000_009_101, ['to', 'from']],
    [-9_102, -1_000_000_009_102, ['from', 'to']],
  ] as const) {
    await receive(old, added({ id: old, type: 'group', title: 'Чат' }, 'en'));
    await handled();
    for (const step of order) {
      if (step === 'to') await receive(old, talk(old, { migrate_to_chat_id: fresh }));
      else await receive(fresh, talk(fresh, { migrate_from_chat_id: old }));
      await handled();
    }
    await receive(fresh, talk(fresh, { text: '/help' }));
    await handled();
    expect(await saidTo(fresh)).toEqual([]);
    expect(await saidTo(old)).toEqual([
      'I answer in private chats only. Write to me there: @tikethet_demo_bot',
    ]);
  }
});

it('explains itself once to a channel that it joins, and to nobody when it is removed', async () => {
  const channel = { id: -1_000_000_000_777, type: 'channel', title: 'Новости' };
  const promoted = added(channel, 'uk');
  await receive(channel.id, {
    my_chat_member: { ...promoted.my_chat_member, new_chat_member: member('administrator') },
  });
  await receive(channel.id, added(channel, 'ru'));
  const left = added({ id: -9_300, type: 'group', title: 'Чужой' }, 'ru');
  await receive(-9_300, {
    my_chat_member: { ...left.my_chat_member, new_chat_member: member('kicked') },
  });
  await handled();
  expect(await saidTo(channel.id)).toHaveLength(1);
  expect((await saidTo(channel.id))[0]).toMatch(/личных чатах/);
  expect(await saidTo(-9_300)).toEqual([]);
});
