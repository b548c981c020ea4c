import type { PresenceState, TypingNotice } from '@tikethet/shared/events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { io } from 'socket.io-client';
import {
  startTestDesk,
  type TestDesk,
  type TestPerson,
  type TestSocket,
} from '../testing/testDesk';

let desk: TestDesk;
let admin: TestPerson;
let categoryId: string;

beforeAll(async () => {
  desk = await startTestDesk();
  admin = await desk.person('ADMIN');
  categoryId = (await admin.api('GET /categories', {})).items[0]!.id;
});
afterAll(() => desk.close());

const ready = (socket: TestSocket) =>
  new Promise<{ cursor: string }>((resolve) => socket.on('ready', resolve));
const gone = (socket: TestSocket) =>
  new Promise<string>((resolve) => socket.on('disconnect', resolve));
const open = (person: TestPerson) =>
  person.api('POST /tickets', { title: 'Вопрос', description: 'Текст', categoryId });

describe('connecting', () => {
  test.each([
    ['no token', {}],
    ['garbage', { token: 'garbage' }],
    ['a wrong type', { token: 5 }],
  ])('%s is refused with its code', async (_, auth) => {
    const socket = io(desk.url, { transports: ['websocket'], reconnection: false, auth });
    const error = await new Promise<Error & { data?: { code: string } }>((resolve) =>
      socket.on('connect_error', resolve),
    );
    expect(error.data?.code).toMatch(/unauthorized|invalid_token/);
    socket.disconnect();
  });

  test('what was missed comes first, in order, then what is live', async () => {
    const person = await desk.person();
    const socket = person.socket();
    const { cursor } = await ready(socket);
    socket.disconnect();
    const missed = await open(person);
    const later = person.socket(cursor);
    const seen: string[] = [];
    later.on('event', (event) => event.ticketId !== null && seen.push(event.type));
    await ready(later);
    await expect.poll(() => seen).toEqual(['ticket.created', 'message.created']);
    await person.api('POST /tickets/{id}/messages', { id: missed.id, content: 'ещё' });
    await expect.poll(() => seen.slice(2)).toEqual(['message.created']);
  });

  test('a broken cursor is answered with reset', async () => {
    const person = await desk.person();
    const socket = person.socket('nonsense');
    const state = await new Promise<{ cursor: string }>((resolve) => socket.on('reset', resolve));
    expect(state.cursor).not.toBe('');
  });
});

describe('rights', () => {
  test('signing out ends the session’s sockets at once, and its tokens', async () => {
    const person = await desk.person();
    const socket = person.socket();
    await ready(socket);
    const ended = gone(socket);
    await person.api('POST /auth/logout', { refreshToken: person.tokens.refreshToken });
    expect(await ended).toBe('io server disconnect');
    await expect(person.api('GET /auth/me', {})).rejects.toMatchObject({
      status: 401,
      code: 'session_revoked',
    });
  });

  test('a blocked person is out within a second, wherever connected', async () => {
    const person = await desk.person();
    const sockets = [person.socket(), person.socket()];
    await Promise.all(sockets.map(ready));
    const ended = Promise.all(sockets.map(gone));
    const started = Date.now();
    await admin.api('PUT /users/{id}/status', { id: person.id, isActive: false });
    await ended;
    expect(Date.now() - started).toBeLessThan(1_000);
  });

  test('a changed role resets, and from then on other events come', async () => {
    const person = await desk.person('HELPER');
    const customer = await desk.person();
    const socket = person.socket();
    await ready(socket);
    const types: string[] = [];
    // Beside the facts, staff are notified of them.
    socket.on('event', ({ type }) => type !== 'notification.created' && types.push(type));
    await open(customer);
    await expect.poll(() => types).toEqual(['ticket.created', 'message.created']);
    const reset = new Promise<{ reason: string }>((resolve) => socket.on('reset', resolve));
    await admin.api('PUT /users/{id}/role', { id: person.id, role: 'USER' });
    expect((await reset).reason).toBe('rights_changed');
    types.length = 0;
    await open(customer);
    await open(person);
    await expect.poll(() => types).toContain('message.created');
    expect(types.filter((type) => type === 'ticket.created')).toHaveLength(1);
  });

  test('a fresh token of the same session is taken in-band, another session’s is not', async () => {
    const person = await desk.person();
    const other = await desk.person();
    const socket = person.socket();
    await ready(socket);
    const renewed = await person.api('POST /auth/refresh', {
      refreshToken: person.tokens.refreshToken,
    });
    const answer = await socket.emitWithAck('auth.renew', { token: renewed.accessToken });
    expect(answer).toEqual({ ok: true });
    expect(
      await socket.emitWithAck('auth.renew', { token: other.tokens.accessToken }),
    ).toMatchObject({ ok: false });
    expect(
      await socket.emitWithAck('auth.renew', { token: 5 } as unknown as { token: string }),
    ).toMatchObject({ ok: false, code: 'validation_failed' });
    expect(socket.connected).toBe(true);
  });
});

describe('typing and presence', () => {
  test('typing reaches the other side of a ticket one may see, and nobody else', async () => {
    const [customer, stranger] = [await desk.person(), await desk.person()];
    const ticket = await open(customer);
    const sockets = [admin.socket(), customer.socket(), stranger.socket()];
    await Promise.all(sockets.map(ready));
    const notices: [number, TypingNotice][] = [];
    for (const [index, socket] of sockets.entries()) {
      socket.on('typing', (notice) => notices.push([index, notice]));
    }
    sockets[2]!.emit('typing', { ticketId: ticket.id });
    sockets[1]!.emit('typing', { ticketId: ticket.id });
    await expect.poll(() => notices.length).toBe(1);
    expect(notices[0]).toMatchObject([0, { ticketId: ticket.id, side: 'CUSTOMER' }]);
    await admin.api('POST /tickets/{id}/typing', { id: ticket.id });
    await expect.poll(() => notices.length).toBe(2);
    expect(notices[1]).toMatchObject([1, { side: 'STAFF' }]);
  });

  test('staff see who has the ticket open; customers are not told', async () => {
    const customer = await desk.person();
    const helper = await desk.person('HELPER');
    const moderator = await desk.person('MODERATOR');
    const ticket = await open(customer);
    const [first, second, third] = [admin.socket(), helper.socket(), customer.socket()];
    const list = moderator.socket();
    await Promise.all([first, second, third, list].map(ready));
    const seen: PresenceState[] = [];
    const inTheList: PresenceState[] = [];
    list.on('presence', (state) => inTheList.push(state));
    first.on('presence', (state) => seen.push(state));
    let told = 0;
    third.on('presence', () => (told += 1));
    third.emit('viewing', { ticketId: ticket.id });
    first.emit('viewing', { ticketId: ticket.id });
    second.emit('viewing', { ticketId: ticket.id });
    const names = () =>
      seen
        .at(-1)
        ?.viewers.map(({ id }) => id)
        .sort();
    await expect.poll(names).toEqual([admin.id, helper.id].sort());
    // Whoever sees the ticket in a list learns of it without opening it.
    await expect.poll(() => inTheList.at(-1)?.viewers.length).toBe(2);
    second.disconnect();
    await expect.poll(names).toEqual([admin.id]);
    await expect.poll(() => inTheList.at(-1)?.viewers.map(({ id }) => id)).toEqual([admin.id]);
    expect(told).toBe(0);
  });

  test('who connects learns at once who looks at what, as far as they see it', async () => {
    const customer = await desk.person();
    const moderator = await desk.person('MODERATOR');
    const outsider = await desk.person('HELPER');
    const [first, second] = [await open(customer), await open(customer)];
    await admin.api('PUT /tickets/{id}/assign', { id: second.id, assigneeId: admin.id });
    const looking = [admin.socket(), moderator.socket()];
    await Promise.all(looking.map(ready));
    looking[0]!.emit('viewing', { ticketId: first.id });
    looking[1]!.emit('viewing', { ticketId: second.id });
    const told = (person: TestPerson) => {
      const states: Record<string, string[]> = {};
      const socket = person.socket();
      socket.on('presence', ({ ticketId, viewers }) => {
        states[ticketId] = viewers.map(({ id }) => id);
      });
      return states;
    };
    const seen = told(admin);
    await expect.poll(() => seen).toMatchObject({ [second.id]: [moderator.id] });
    await expect.poll(() => seen[first.id]).toEqual([admin.id]);
    // A helper who may not see the colleague's ticket is told of the other one alone.
    const little = told(outsider);
    await expect.poll(() => little[first.id]).toEqual([admin.id]);
    expect(Object.keys(little)).not.toContain(second.id);
  });

  test('colleagues hear of one another’s status, whatever else they may know of people', async () => {
    const [helper, colleague] = [await desk.person('HELPER'), await desk.person('HELPER')];
    const socket = helper.socket();
    await ready(socket);
    const heard: unknown[] = [];
    socket.on('event', ({ type, data }) => type === 'colleague.changed' && heard.push(data));
    await colleague.api('PUT /auth/profile', { availability: 'BUSY' });
    const busy = { id: colleague.id, availability: 'BUSY', isHere: true };
    await expect.poll(() => heard).toMatchObject([busy]);
    const { items } = await helper.api('GET /team', {});
    expect(items.find(({ id }) => id === colleague.id)).toMatchObject({ availability: 'BUSY' });
    await admin.api('PUT /users/{id}/role', { id: colleague.id, role: 'USER' });
    await expect.poll(() => heard.at(-1)).toMatchObject({ id: colleague.id, isHere: false });
  });
});
