import { DEFAULT_MATRIX, type Permission, type Role } from '@tikethet/shared/permissions';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../db/embedded/freePort';
import { startServer, type RunningServer } from '../container';
import { pino } from 'pino';
import {
  startTestDesk,
  type TestDesk,
  type TestPerson,
  type TestSocket,
} from '../testing/testDesk';

let desk: TestDesk;
let developer: TestPerson;
let admin: TestPerson;
beforeAll(async () => {
  desk = await startTestDesk({ processes: new Set(['api']) });
  developer = await desk.person('DEVELOPER');
  admin = await desk.person('ADMIN');
});
afterAll(() => desk.close());

type Changeable = Exclude<Role, 'USER'>;
const change = (who: TestPerson, role: Changeable, permission: Permission, allowed: boolean) =>
  who.api('PUT /permissions/{role}', { role, permission, allowed }).then(
    () => 'done',
    (error: { code: string; details: { reason?: string } }) => error.details.reason ?? error.code,
  );
const ready = (socket: TestSocket) => new Promise((resolve) => socket.on('ready', resolve));
const reset = (socket: TestSocket) =>
  new Promise<{ reason: string }>((resolve) => socket.on('reset', resolve));
const status = async (who: TestPerson, path: string) => (await who.request(path)).status;
const newTicket = async () => {
  const customer = await desk.person();
  const { items } = await customer.api('GET /categories', {});
  const categoryId = items[0]?.id ?? '';
  return customer.api('POST /tickets', { title: 'Вопрос', description: 'Текст', categoryId });
};

test('the team reads the matrix, customers do not', async () => {
  const helper = await desk.person('HELPER');
  const { roles } = await helper.api('GET /permissions', {});
  expect(roles.MODERATOR).toEqual([...DEFAULT_MATRIX.MODERATOR]);
  expect(await status(await desk.person(), '/api/v1/permissions')).toBe(403);
});

test('the laws hold', async () => {
  const moderator = await desk.person('MODERATOR');
  expect(await change(moderator, 'HELPER', 'ticket.assign', true)).toBe('forbidden');
  expect(await change(admin, 'ADMIN', 'ticket.delete', false)).toBe('rank');
  expect(await change(admin, 'HELPER', 'system.view', true)).toBe('held');
  expect(await change(developer, 'DEVELOPER', 'rights.manage', false)).toBe('essential');
});

test('a change counts at once on every node, resets who is concerned, is told and audited', async () => {
  const port = await freePort();
  const http = { ...desk.config.http, port };
  const node: RunningServer = await startServer(
    { ...desk.config, http },
    pino({ level: 'silent' }),
    () => undefined,
    { openTunnel: () => Promise.reject(new Error('no tunnel')) },
  );
  try {
    const helper = await desk.person('HELPER');
    const ticket = await newTicket();
    await admin.api('PUT /tickets/{id}/assign', { id: ticket.id, assigneeId: admin.id });
    const path = `/api/v1/tickets/${ticket.id}`;
    expect(await status(helper, path)).toBe(404);
    const [socket, elsewhere, watcher] = [
      helper.socket(),
      helper.socket(undefined, `http://127.0.0.1:${port}`),
      admin.socket(),
    ];
    await Promise.all([socket, elsewhere, watcher].map(ready));
    const resets = Promise.all([reset(socket), reset(elsewhere)]);
    const told: unknown[] = [];
    watcher.on('event', ({ type, data }) => type === 'permissions.changed' && told.push(data));

    expect(await change(admin, 'HELPER', 'ticket.viewAll', true)).toBe('done');
    expect(await status(helper, path)).toBe(200);
    expect((await resets).map(({ reason }) => reason)).toEqual([
      'rights_changed',
      'rights_changed',
    ]);
    await expect
      .poll(() => told)
      .toMatchObject([{ roles: { HELPER: expect.arrayContaining(['ticket.viewAll']) } }]);
    const seen: string[] = [];
    for (const one of [socket, elsewhere]) {
      one.on('event', ({ type, ticketId }) => ticketId === ticket.id && seen.push(type));
    }
    await admin.api('PUT /tickets/{id}', { id: ticket.id, priority: 'HIGH' });
    await expect.poll(() => seen.filter((type) => type === 'ticket.updated')).toHaveLength(2);

    const again = reset(socket);
    expect(await change(admin, 'HELPER', 'ticket.viewAll', false)).toBe('done');
    await again;
    expect(await status(helper, path)).toBe(404);
    expect(await desk.db('permission_overrides')).toEqual([]);
    const audit = await desk.db('audit_log').where({ target_type: 'role' }).orderBy('at');
    expect(audit).toMatchObject([
      { action: 'permission.granted', actor_id: admin.id, after: { role: 'HELPER' } },
      { action: 'permission.revoked' },
    ]);
  } finally {
    await node.stop();
  }
});

test('what is taken from a role is taken from those below, also in the bot’s menu', async () => {
  const moderator = await desk.person('MODERATOR');
  await desk.db('users').where({ id: moderator.id }).update({ bot_started_at: new Date() });
  const menus = () => desk.db('deliveries').where({ kind: 'MENU', user_id: moderator.id });
  expect(await change(admin, 'MODERATOR', 'stats.view', false)).toBe('done');
  const { roles } = await admin.api('GET /permissions', {});
  expect(roles.HELPER).not.toContain('stats.view');
  expect(roles.ADMIN).toContain('stats.view');
  expect(await status(moderator, '/api/v1/stats?period=today')).toBe(403);
  expect(await menus()).toHaveLength(1);
  expect(await change(admin, 'HELPER', 'stats.view', true)).toBe('done');
});

test('a role may be given the keeping of roles below it', async () => {
  const moderator = await desk.person('MODERATOR');
  expect(await change(developer, 'MODERATOR', 'rights.manage', true)).toBe('done');
  expect(await change(moderator, 'HELPER', 'people.list', true)).toBe('done');
  expect(await change(moderator, 'HELPER', 'ticket.delete', true)).toBe('held');
  expect(await change(moderator, 'MODERATOR', 'people.list', false)).toBe('rank');
  expect(await change(moderator, 'HELPER', 'people.list', false)).toBe('done');
  expect(await change(developer, 'MODERATOR', 'rights.manage', false)).toBe('done');
});

test('the desk as a lower role sees it: the same doors, nothing more, nothing written', async () => {
  const [open, taken] = [await newTicket(), await newTicket()];
  const colleague = await desk.person('HELPER');
  await admin.api('PUT /tickets/{id}/assign', { id: taken.id, assigneeId: colleague.id });
  const view = (who: TestPerson, role: string, route: string, input: object) =>
    who.request(
      `/api/v1/view-as/${role}?${new URLSearchParams({ route, input: JSON.stringify(input) }).toString()}`,
    );
  const listed = await view(admin, 'HELPER', 'GET /tickets', { limit: '50' });
  const { answer } = (await listed.json()) as { answer: { items: { id: string }[] } };
  const ids = answer.items.map(({ id }) => id);
  expect(ids).toContain(open.id);
  expect(ids).not.toContain(taken.id);
  expect((await view(admin, 'HELPER', 'GET /tickets/{id}', { id: taken.id })).status).toBe(404);
  expect((await view(admin, 'MODERATOR', 'GET /tickets/{id}', { id: taken.id })).status).toBe(200);
  expect((await view(admin, 'HELPER', 'GET /users', {})).status).toBe(403);
  expect((await view(admin, 'ADMIN', 'GET /tickets', {})).status).toBe(403);
  expect((await view(colleague, 'HELPER', 'GET /tickets', {})).status).toBe(403);
  expect((await view(admin, 'HELPER', 'PUT /tickets/{id}/assign', { id: open.id })).status).toBe(
    404,
  );
  expect((await view(admin, 'HELPER', 'GET /view-as/{role}', {})).status).toBe(404);
});
