import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES, type Role } from '@tikethet/shared/permissions';
import { addMessage } from '../domain/conversations/addMessage';
import { createInvitation } from '../domain/invitations/createInvitation';
import { revokeInvitation } from '../domain/invitations/revokeInvitation';
import { setUserRole } from '../domain/people/setUserRole';
import { getStats } from '../domain/stats/getStats';
import { changeTicket } from '../domain/tickets/changeTicket';
import { rateTicket } from '../domain/tickets/rateTicket';
import { createChatKit, type ChatKit, type Somebody } from './testing/chatKit';

/** What staff run the desk with from their chat: numbers, the panel, roles, invitations. */

let kit: ChatKit;
const people = {} as Record<Role, Somebody>;
beforeAll(async () => {
  kit = await createChatKit();
  for (const role of ROLES) people[role] = await member(role);
});
afterAll(() => kit.close());

const db = () => kit.desk.db;
const control = () => kit.desk.server.sandbox.control;

async function member(role: Role, languageCode = 'ru'): Promise<Somebody> {
  const person = kit.person(languageCode);
  control().addPerson({
    id: person.id,
    firstName: role,
    username: `${role.toLowerCase()}_${person.id}`,
    languageCode,
    kind: 'staff',
  });
  person.start();
  await person.said(/Здравствуйте|Hello/);
  await setRole(person, role);
  return person;
}

const setRole = (person: Somebody, role: Role) =>
  db()('users').where({ telegram_id: person.id }).update({ role, is_active: true });
const roleOf = async (person: Somebody) => (await person.user())?.role;

describe('/role', () => {
  it('keeps the laws, whoever gives which role to whom', async () => {
    // The laws of product.md, written down once more and apart from the program's own rule.
    const rank = { USER: 0, HELPER: 1, MODERATOR: 2, ADMIN: 3, DEVELOPER: 4 };
    const lawful = (actor: Role, target: Role, role: Role) =>
      (actor === 'ADMIN' && rank[target] < 3 && rank[role] < 3) || actor === 'DEVELOPER';
    const [actor, target, spare] = [people.ADMIN, people.USER, people.DEVELOPER];
    const id = (await target.user())?.id ?? '';
    const outcomes: string[] = [];
    for (const has of ROLES) {
      for (const before of ROLES) {
        for (const role of ROLES) {
          await setRole(actor, has);
          await setRole(target, before);
          const done = await kit.desk
            .as(actor.id, (ctx) => setUserRole(ctx, { id, role }))
            .then(() => true)
            .catch(() => false);
          const expected = lawful(has, before, role);
          if (done !== expected || (await roleOf(target)) !== (done ? role : before)) {
            outcomes.push(`${has} gives ${before} → ${role}: ${done}`);
          }
        }
      }
    }
    expect(outcomes).toEqual([]);
    await setRole(actor, 'USER');
    await setRole(spare, 'DEVELOPER');
    const last = (await spare.user())?.id ?? '';
    await setRole(target, 'USER');
    await expect(
      kit.desk.as(spare.id, (ctx) => setUserRole(ctx, { id: last, role: 'ADMIN' })),
    ).rejects.toMatchObject({ code: 'last_developer' });
    await db()('deliveries').where({ state: 'QUEUED' }).delete();
    for (const role of ROLES) await setRole(people[role], role);
  });

  it('asks, does it, and tells both people', async () => {
    const { ADMIN: admin, USER: user, HELPER: helper, DEVELOPER: developer } = people;
    admin.write(`/role @USER_${user.id} хелпер`);
    await admin.said(/Такой роли нет. Выберите из этих: USER, HELPER, MODERATOR/);
    admin.write(`/role @USER_${user.id} HELPER`);
    const ask = await admin.said(/Дать USER \(@user_\d+\) роль/);
    expect(await roleOf(user)).toBe('USER');
    await admin.press(ask, 'Подтвердить');
    await admin.reads(ask, /USER — теперь/);
    await user.said(/Теперь ваша роль[^]*видеть обращения своих категорий[^]*\/queue/);
    await kit.until(() => user.menu().includes('queue '));
    expect(await roleOf(user)).toBe('HELPER');
    admin.write(`/role ${user.id}`);
    const choice = await admin.said(/Какую роль дать/);
    await admin.press(choice, /Клиент/);
    await admin.reads(choice, /Сейчас: /);
    await admin.press(choice, 'Отменить');
    await admin.reads(choice, /Ничего не изменилось/);
    admin.write(`/role ${user.id} USER`);
    await admin.press(await admin.said(/Дать USER/), 'Подтвердить');
    await user.said(/больше не в команде/);
    admin.write(`/role ${developer.id} USER`);
    await admin.said(/у DEVELOPER роль|У DEVELOPER роль/);
    admin.write(`/role ${user.id} ADMIN`);
    await admin.said(/вам давать нельзя/);
    admin.write(`/role ${admin.id} USER`);
    await admin.said(/Свою роль не меняет никто/);
    admin.write('/role @nobody HELPER');
    await admin.said(/Не знаю никого по «@nobody»/);
    helper.write(`/role ${user.id} HELPER`);
    await helper.said(/Роли дают администраторы/);
    helper.write('/role');
    const own = await helper.said(/Ваша роль: [^]*отвечать, оставлять заметки/);
    expect(helper.buttons(own)).toEqual([]);
    expect(await roleOf(user)).toBe('USER');
    const log = await db()('audit_log')
      .where({ action: 'user.role_changed' })
      .orderBy('at', 'desc');
    expect(log[0]).toMatchObject({ before: { role: 'HELPER' }, after: { role: 'USER' } });
  });
});

describe('an invitation', () => {
  const payloadOf = (text: string | undefined) => /start=(inv_[\w-]{22})/.exec(text ?? '')?.[1];

  it('gives its role to the first who comes, once', async () => {
    people.ADMIN.write('/role');
    const own = await people.ADMIN.said(/Ваша роль/);
    expect(people.ADMIN.buttons(own)).toHaveLength(2);
    await people.ADMIN.press(own, /Модератор/);
    const made = await people.ADMIN.said(/Приглашение · Модератор/);
    const payload = payloadOf(made.message.text);
    expect(payload).toHaveLength(26);
    const [first, second] = [kit.person('en'), kit.person('ru')];
    first.start(payload);
    await first.said(/Welcome to the team! ADMIN has invited you/);
    await people.ADMIN.said(/принимает ваше приглашение/);
    expect(await roleOf(first)).toBe('MODERATOR');
    second.start(payload);
    await second.said(/Приглашение не действует/);
    expect(await roleOf(second)).toBe('USER');
    const rows = await db()('invitations');
    expect(JSON.stringify(rows)).not.toContain(payload?.slice(4));
    const log = await db()('audit_log').where('action', 'like', 'invitation.%').orderBy('at');
    expect(log.map(({ action }) => action)).toEqual(['invitation.created', 'invitation.accepted']);
  });

  it('is worthless when taken back, too old, or from somebody who fell', async () => {
    const make = (role: 'HELPER' | 'MODERATOR') =>
      kit.desk.as(people.ADMIN.id, (ctx) => createInvitation(ctx, { role }));
    const [taken, old, orphan, unneeded] = [
      await make('HELPER'),
      await make('HELPER'),
      await make('MODERATOR'),
      await make('HELPER'),
    ];
    await kit.desk.as(people.ADMIN.id, (ctx) => revokeInvitation(ctx, { id: taken.invitation.id }));
    await db()('invitations')
      .where({ id: old.invitation.id })
      .update({ expires_at: new Date(Date.now() - 1_000) });
    people.MODERATOR.start(unneeded.payload);
    await people.MODERATOR.said(/У вас уже есть роль/);
    await setRole(people.ADMIN, 'MODERATOR');
    for (const { payload } of [taken, old, orphan]) {
      const who = kit.person('ru');
      who.start(payload);
      await who.said(/Приглашение не действует/);
      expect(await roleOf(who)).toBe('USER');
    }
    await setRole(people.ADMIN, 'ADMIN');
    await expect(
      kit.desk.as(people.ADMIN.id, (ctx) => createInvitation(ctx, { role: 'ADMIN' })),
    ).rejects.toMatchObject({ code: 'forbidden' });
    const open = await db()('invitations').whereNull('used_at').whereNull('revoked_at');
    expect(open).toHaveLength(3);
  });
});

describe('/stats and /admin', () => {
  it('count what is so, for oneself or for the team', async () => {
    const { HELPER: helper, MODERATOR: moderator, ADMIN: admin } = people;
    // Where it is noon: «today» began long ago.
    const east = 12 - new Date().getUTCHours();
    const timeZone = `Etc/GMT${east < 0 ? '+' : '-'}${Math.abs(east)}`;
    await db()('users').update({ preferences: JSON.stringify({ timeZone }) });
    const helperId = (await helper.user())?.id ?? '';
    const customers = [kit.person('ru'), kit.person('ru'), kit.person('ru')];
    const ids: string[] = [];
    for (const who of customers) {
      who.write('проблема');
      await who.said(/принято/);
      ids.push((await who.tickets())[0]?.id ?? '');
    }
    const [first = '', second = ''] = ids;
    const opened = new Date(Date.now() - 7 * 60_000);
    await db()('tickets').where({ id: first }).update({ created_at: opened });
    const answer = {
      content: 'готово',
      format: 'plain',
      attachmentIds: [],
      internal: false,
    } as const;
    await kit.desk.as(helper.id, (ctx) => addMessage(ctx, { ...answer, ticketId: first }));
    await kit.desk.as(helper.id, (ctx) =>
      changeTicket(ctx, { id: first, changes: { status: 'RESOLVED' } }),
    );
    await kit.desk.as(customers[0]?.id ?? 0, (ctx) => rateTicket(ctx, { id: first, rating: 4 }));
    await kit.desk.as(moderator.id, (ctx) =>
      changeTicket(ctx, { id: second, changes: { assigneeId: helperId } }),
    );
    await db()('tickets')
      .where({ id: first })
      .update({ resolved_at: new Date(Date.now() - 3 * 86_400_000) });
    helper.write('/stats');
    const own = await helper.said(/Моя работа · сегодня/);
    expect(own.message.text).toMatch(/Ждут нас: 1\nЖдут клиента: 0\nНикто не взял: 1/);
    expect(own.message.text).toMatch(
      /Новых: 2\nРешено: 0\nПервый ответ, медиана: 7\sмин\nОценка: 4,0 ⭐ по 1 оценке/,
    );
    expect(helper.buttons(own)).toEqual(['• сегодня', '7 дней', '30 дней']);
    await helper.press(own, '7 дней');
    await helper.reads(own, /7 дней[^]*Решено: 1/);
    moderator.write('/stats');
    const team = await moderator.said(/Команда · сегодня[^]*Ждут нас: 2\n[^]*Новых: 3/);
    const told = await kit.desk.as(moderator.id, (ctx) => getStats(ctx, { period: 'today' }));
    expect(told).toMatchObject({ scope: 'team', open: 2, unassigned: 1, created: 3, ratings: 1 });
    expect(team.message.text).toContain(`Никто не взял: ${told.unassigned}`);
    admin.write('/admin');
    const panel = await admin.said(/Служба поддержки/);
    expect(panel.message.text).toMatch(/В работе: 2, никто не взял: 1/);
    expect(panel.message.text).toMatch(/Дошло всё/);
    expect(panel.message.text).toMatch(/Помощник: 1|Хелпер: 1/);
    expect(admin.buttons(panel)).toEqual(
      expect.arrayContaining(['📣 Рассылка', '👥 Роли', 'Очередь', 'Статистика']),
    );
    helper.write('/admin');
    await helper.said(/нет прав|нельзя/i);
    customers[0]?.write('/queue');
    await customers[0]?.said(/нет прав|нельзя/i);
  });
});

describe('an invitation by name', () => {
  const invite = (username: string) =>
    kit.desk.as(people.ADMIN.id, (ctx) => createInvitation(ctx, { role: 'HELPER', username }));

  it('is shown to whom the bot knows, and is worthless to others', async () => {
    const [anna, other] = [kit.person('ru', 'Anna_Support'), kit.person('ru')];
    anna.start();
    await anna.said(/./);
    const { payload, invitation } = await invite('anna_support');
    expect(invitation.offeredAt).not.toBeNull();
    other.start(payload);
    await other.said(/Приглашение не действует/);
    const offer = await anna.said(/ADMIN приглашает вас в команду/);
    await anna.press(offer, /Вступить/);
    await anna.said(/Добро пожаловать в команду/);
    expect(await roleOf(anna)).toBe('HELPER');
    await expect(invite('anna_support')).rejects.toMatchObject({ code: 'already_exists' });
  });

  it('waits for whom the bot does not know yet', async () => {
    await invite('late_boris');
    const boris = kit.person('en', 'Late_Boris');
    boris.start();
    const offer = await boris.said(/invites you to the team/);
    await boris.press(offer, /Join/);
    await boris.said(/Welcome to the team/);
    expect(await roleOf(boris)).toBe('HELPER');
  });
});
