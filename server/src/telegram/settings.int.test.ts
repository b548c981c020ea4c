import { DEFAULT_PREFERENCES } from '@tikethet/shared/notices';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { SYSTEM } from '../domain/context';
import { addMessage } from '../domain/conversations/addMessage';
import { setUserRole } from '../domain/people/setUserRole';
import { updateProfile } from '../domain/people/updateProfile';
import { changeTicket } from '../domain/tickets/changeTicket';
import { createChatKit, type ChatKit } from './testing/chatKit';
import { staff } from './testing/testDesk';

let kit: ChatKit;
beforeAll(async () => {
  kit = await createChatKit();
  kit.desk.server.sandbox.control.start(staff.id);
  await kit.until(async () => kit.desk.db('users').where({ telegram_id: staff.id }).first('id'));
});
afterAll(() => kit.close());

describe.concurrent('/settings', () => {
  it.concurrent(
    'is one message edited in place, saved at once, with back and done',
    async ({ expect }) => {
      const ru = kit.person('ru');
      ru.start();
      ru.write('/settings');
      const screen = await ru.said(/⚙️ Настройки/);
      expect(screen.message.text).toMatch(
        /Уведомления: все\n🌙 Тихие часы: нет\n🕐 .*Москва, сейчас/,
      );
      expect(ru.buttons(screen).join()).not.toMatch(/Рабочие/);
      await ru.press(screen, '🔔 Уведомления');
      await ru.reads(screen, /О чём сообщать/);
      expect(await ru.press(screen, '✅ Новости')).toBe('Сохранено');
      await kit.until(() => ru.buttons(screen).includes('⬜️ Новости'));
      expect((await ru.preferences()).customerNotices).toEqual({
        status: true,
        rating: true,
        news: false,
      });
      await ru.press(screen, '‹ Назад');
      await ru.reads(screen, /Уведомления: 2 из 3/);
      await ru.press(screen, '🌙 Тихие часы');
      await ru.reads(screen, /приходят как обычно, но без звука/);
      await ru.press(screen, '23:00 – 07:00');
      await ru.reads(screen, /Тихие часы: 23:00 – 07:00/);
      await ru.press(screen, '🌙 Тихие часы');
      await ru.reads(screen, /без звука/);
      expect(ru.buttons(screen)).toContain('✅ 23:00 – 07:00');
      await ru.press(screen, 'Другое время');
      await ru.press(screen, '21:00');
      await ru.reads(screen, /С 21:00 и до какого часа/);
      await ru.press(screen, '06:00');
      await ru.reads(screen, /Тихие часы: 21:00 – 06:00/);
      await ru.press(screen, 'Готово');
      await ru.reads(screen, /Готово, всё сохранено[^]*21:00 – 06:00/);
      expect(ru.buttons(screen)).toEqual([]);
      expect(ru.heard()).toHaveLength(2);
      expect((await ru.preferences()).quietHours).toEqual({ from: '21:00', to: '06:00' });
      expect(await ru.tickets()).toEqual([]);
    },
  );

  it.concurrent(
    'takes hours and cities in words, and what is neither as a message',
    async ({ expect }) => {
      const en = kit.person('en');
      en.write('/settings');
      const screen = await en.said(/⚙️ Settings/);
      await en.press(screen, '🌙 Quiet hours');
      en.write('10:30pm to 7');
      const fresh = await en.said(/⚙️ Settings[^]*Quiet hours: 22:30 – 07:00/);
      await kit.until(() => en.buttons(screen).length === 0);
      await en.press(fresh, '🌙 Quiet hours');
      await en.press(fresh, 'Turn off');
      await en.reads(fresh, /Quiet hours: none/);
      await en.press(fresh, '🕐 Time zone');
      await en.reads(fresh, /Choose a city/);
      await en.press(fresh, '›');
      await kit.until(() => en.buttons(fresh).some((text) => text.startsWith('Tokyo')));
      await en.press(fresh, /^Tokyo/);
      await en.reads(fresh, /Time zone: Tokyo/);
      await en.press(fresh, '🕐 Time zone');
      en.write('oslo');
      const third = await en.said(/Time zone: Oslo/);
      expect(await en.preferences()).toEqual({ ...DEFAULT_PREFERENCES, timeZone: 'Europe/Oslo' });
      await en.press(third, '🕐 Time zone');
      en.write('Bielefeld');
      await en.said(/I do not know this city/);
      en.write('I cannot log in');
      await en.said(/is open/);
      expect(await en.words()).toEqual(['I cannot log in']);
      await en.press(third, '‹ Back');
      await en.press(third, '🌙 Quiet hours');
      en.write('and it is urgent');
      await kit.until(async () => (await en.words()).length === 2);
    },
  );

  it.concurrent('changes the language with its words, buttons and menu', async ({ expect }) => {
    const en = kit.person('en');
    en.write('/settings');
    const screen = await en.said(/⚙️ Settings/);
    await en.press(screen, '🌐 Language');
    await en.press(screen, 'Русский');
    await en.reads(screen, /⚙️ Настройки[^]*Язык: русский/);
    await en.said(/Буду писать по-русски/);
    expect(en.replyKeyboard()).toContain('✍️ Новое обращение');
    await kit.until(() => en.menu().includes('Мои обращения'));
  });

  it.concurrent('offers staff their own notices', async ({ expect }) => {
    const helper = kit.person('en');
    helper.start();
    await helper.said(/Hello/);
    const user = await helper.user();
    await kit.desk.as(staff.id, (ctx) => setUserRole(ctx, { id: user?.id ?? '', role: 'HELPER' }));
    await kit.until(() => helper.menu().includes('login Sign in'));
    helper.write('/settings');
    const screen = await helper.said(/Work notices: all/);
    await helper.press(screen, '💼 Work notices');
    await helper.press(screen, '✅ A new ticket');
    await kit.until(() => helper.buttons(screen).includes('⬜️ A new ticket'));
    expect(helper.buttons(screen).join()).not.toMatch(/SLA/i);
    const { staffNotices } = await helper.preferences();
    expect(staffNotices).toEqual({ ...DEFAULT_PREFERENCES.staffNotices, newTicket: false });
  });
});

describe.concurrent('what was chosen', () => {
  it.concurrent('decides which notices are queued, answers always come', async ({ expect }) => {
    const ru = kit.person('ru');
    ru.write('Сломалось');
    await ru.said(/принято/);
    const [ticket] = await ru.tickets();
    const id = ticket?.id ?? '';
    await kit.desk.as(ru.id, (ctx) =>
      updateProfile(ctx, { preferences: { customerNotices: { status: false, rating: false } } }),
    );
    await kit.desk.as(staff.id, (ctx) =>
      changeTicket(ctx, { id, changes: { assigneeId: ctx.actor.person?.id ?? '' } }),
    );
    await kit.desk.as(staff.id, (ctx) =>
      changeTicket(ctx, { id, changes: { status: 'RESOLVED' } }),
    );
    const queued = () => kit.desk.db('deliveries').where({ ticket_id: id, kind: 'STATUS' });
    expect(await queued()).toEqual([]);
    await kit.desk.as(staff.id, (ctx) =>
      addMessage(ctx, {
        ticketId: id,
        content: 'Починили',
        format: 'markdown',
        attachmentIds: [],
        internal: false,
      }),
    );
    await ru.said(/Починили/);
    // Who does not want to be asked is told without stars.
    await kit.desk.as(ru.id, (ctx) =>
      updateProfile(ctx, { preferences: { customerNotices: { status: true } } }),
    );
    await kit.desk.desk.run(SYSTEM, (ctx) =>
      changeTicket(ctx, { id, changes: { status: 'OPEN' } }),
    );
    await kit.desk.desk.run(SYSTEM, (ctx) =>
      changeTicket(ctx, { id, changes: { status: 'RESOLVED' } }),
    );
    const told = await ru.said(/решено: Сломалось$/);
    expect(ru.buttons(told)).toEqual(['Проблема осталась']);
  });

  it.concurrent('silences the bot in quiet hours, decided when it is sent', async ({ expect }) => {
    const ru = kit.person('ru');
    ru.write('Ночной вопрос');
    expect((await ru.said(/принято/)).silent).toBeUndefined();
    const always = { from: '05:00', to: '05:00' };
    await kit.desk.as(ru.id, (ctx) => updateProfile(ctx, { preferences: { quietHours: always } }));
    const [ticket] = await ru.tickets();
    const id = ticket?.id ?? '';
    await kit.desk.desk.run(SYSTEM, (ctx) =>
      changeTicket(ctx, { id, changes: { status: 'IN_PROGRESS' } }),
    );
    expect((await ru.said(/Занимаемся/)).silent).toBe(true);
    ru.write('/help');
    expect((await ru.said(/Как это работает/)).silent).toBe(true);
    await kit.desk.as(ru.id, (ctx) => updateProfile(ctx, { preferences: { quietHours: null } }));
    ru.write('/status');
    expect((await ru.said(/Статус: В работе/)).silent).toBeUndefined();
  });

  it.concurrent('in the Mini App changes the menu of the chat too', async () => {
    const ru = kit.person('ru');
    ru.start();
    await ru.said(/Здравствуйте/);
    await kit.desk.as(ru.id, (ctx) => updateProfile(ctx, { language: 'en' }));
    await kit.until(() => ru.menu().includes('My tickets') && ru.menuButton() === 'My tickets');
  });
});
