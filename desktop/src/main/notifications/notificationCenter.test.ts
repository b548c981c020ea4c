import { randomUUID } from 'node:crypto';
import type { Notification } from '@tikethet/shared/contracts';
import type { FeedEvent } from '@tikethet/shared/events';
import { NOTIFICATION_KINDS } from '@tikethet/shared/notices';
import { beforeEach, describe, expect, test } from 'vitest';
import { NOTICE_KINDS } from '../../bridge/native';
import { USUAL_PREFERENCES, type Preferences } from '../../bridge/preferences';
import { sampleEvent, sampleMessage } from '../../sync/testing/samples';
import { loadTexts } from '../texts';
import { KIND_OF } from './kinds';
import { createNotificationCenter, type NotificationContext } from './notificationCenter';
import { createRecordingNotifier } from './recordingNotifier';

const texts = await loadTexts();
const ticketId = randomUUID();
let context: NotificationContext | null;
let done: unknown[];

function setUp(preferences: Partial<Preferences> = {}, watched: string[] = []) {
  context = {
    preferences: { ...USUAL_PREFERENCES, ...preferences },
    watched: new Set(watched),
    texts: texts('ru'),
  };
  const notifier = createRecordingNotifier({
    show: () => undefined,
    withdraw: () => undefined,
    clear: () => undefined,
  });
  const center = createNotificationCenter({
    notifier,
    context: () => context,
    now: () => new Date('2026-11-22T12:00:00Z'),
    open: (...given) => done.push(['open', ...given]),
    reply: (...given) => done.push(['reply', ...given]),
    markRead: (...given) => done.push(['markRead', ...given]),
    sound: (name) => done.push(['sound', name]),
  });
  return { notifier, center };
}

function a(change: Partial<Notification> = {}): Notification {
  return {
    id: randomUUID(),
    kind: 'CUSTOMER_REPLIED',
    ticket: { id: ticketId, number: 7, title: 'Не приходит донат' },
    personName: 'Иван',
    personId: null,
    avatarUrl: null,
    status: null,
    messageId: randomUUID(),
    messageKind: 'TEXT',
    attachment: null,
    text: 'Ау?',
    count: 1,
    createdAt: '2026-11-22T12:00:00.000Z',
    readAt: null,
    ...change,
  };
}

const created = (change: Partial<Notification> = {}, replacesId: string | null = null): FeedEvent =>
  sampleEvent({
    type: 'notification.created',
    data: { notification: a(change), replacesId, unread: 3 },
  });
const read = (about: string | null, unread = 1): FeedEvent =>
  sampleEvent({ type: 'notification.read', data: { unread, ticketId: about } });

beforeEach(() => (done = []));

test('every kind of the desk falls under a choice of the person', () => {
  for (const kind of NOTIFICATION_KINDS) expect(NOTICE_KINDS).toContain(KIND_OF[kind]);
});

describe('what is told', () => {
  test.each<[Partial<Notification>, string, string]>([
    [{ kind: 'NEW_TICKET' }, 'Новое обращение #7', 'Иван: Ау?'],
    [{}, '#7 · Иван', 'Ау?'],
    [{ count: 3 }, '#7 · Иван: 3 сообщения', 'Ау?'],
    [{ text: '', messageKind: 'VOICE' }, '#7 · Иван', 'Голосовое сообщение'],
    [
      { kind: 'ASSIGNED', messageId: null, messageKind: null, text: '' },
      '#7 теперь ваше',
      'Не приходит донат',
    ],
    [{ kind: 'MENTIONED', personName: 'Анна' }, '#7 · Анна упоминает вас', 'Ау?'],
    [{ kind: 'SLA_AT_RISK' }, '#7: время на ответ заканчивается', 'Ау?'],
    [{ kind: 'UNDELIVERED' }, '#7: сообщение не дошло', 'Ау?'],
    [
      { kind: 'NEWS', ticket: null, text: 'Сегодня до 18:00' },
      'Новости TiketHet',
      'Сегодня до 18:00',
    ],
  ])('%o', (change, title, body) => {
    const { center, notifier } = setUp();
    center.event(created(change), false);
    expect(notifier.shown).toMatchObject([{ title, body }]);
  });

  test.each([
    ['IMAGE', 'READY', '/x?sig=y', '/api/v1/attachments/7/thumbnail'],
    ['IMAGE', 'FETCHING', null, '/api/v1/attachments/7/thumbnail'],
    ['IMAGE', 'READY', null, null],
    ['FILE', 'READY', null, null],
  ])('with its picture, if it has one: %s %s', (kind, state, thumbnailUrl, picture) => {
    const { center, notifier } = setUp();
    const attachment = { id: '7', kind, state, thumbnailUrl } as Notification['attachment'];
    center.event(created({ attachment }), false);
    expect(notifier.shown[0]?.picture).toBe(picture);
  });

  test('with the face of whom it is from, when the message has no picture of its own', () => {
    const { center, notifier } = setUp();
    center.event(created({ avatarUrl: '/api/v1/avatars/1/2' }), false);
    const { notifier: discreet, center: other } = setUp({ previews: false });
    other.event(created({ avatarUrl: '/api/v1/avatars/1/2' }), false);
    expect([notifier.shown[0]?.picture, discreet.shown[0]?.picture]).toEqual([
      '/api/v1/avatars/1/2',
      null,
    ]);
  });

  test('a click opens the message, an answer goes to the customer, putting away reads', () => {
    const { center, notifier } = setUp();
    const messageId = randomUUID();
    center.event(created({ messageId }), false);
    notifier.act(0).click();
    notifier.act(0).reply('Смотрим');
    notifier.act(0).markRead();
    expect(done.slice(-3)).toEqual([
      ['open', ticketId, messageId],
      ['reply', ticketId, 'Смотрим'],
      ['markRead', ticketId],
    ]);
  });

  test('one can answer customers there, and never a colleague’s note by mistake', () => {
    const { center, notifier } = setUp();
    for (const kind of ['NEW_TICKET', 'CUSTOMER_REPLIED', 'MENTIONED', 'ASSIGNED'] as const) {
      center.event(created({ kind }), false);
    }
    expect(notifier.shown.map(({ answerable }) => answerable)).toEqual([true, true, false, false]);
  });

  test('each kind with its own sound, what makes none without', () => {
    const { center } = setUp();
    for (const kind of ['NEW_TICKET', 'MENTIONED', 'NEWS'] as const) {
      center.event(created({ kind }), false);
    }
    const sounds = done.filter((one) => (one as string[])[0] === 'sound');
    expect(sounds).toEqual([
      ['sound', 'chime'],
      ['sound', 'bell'],
    ]);
  });

  test('without texts on the screen, when the person wants none', () => {
    const { center, notifier } = setUp({ previews: false });
    center.event(created({ text: 'номер карты' }), false);
    expect(JSON.stringify(notifier.shown)).not.toContain('карты');
  });
});

describe('what is not told', () => {
  const off = {
    ...USUAL_PREFERENCES.notices,
    customerReplied: { show: false, sound: 'drop' },
  } as const;
  test.each<[string, Partial<Preferences>, string[]]>([
    ['anything, when the person wants nothing', { notifications: false }, []],
    ['a kind that is switched off', { notices: off }, []],
    ['anything, while asked not to disturb', { mutedUntil: '2026-11-22T12:00:00.001Z' }, []],
    ['anything in quiet hours', { quietHours: { from: '00:00', to: '00:00' } }, []],
    ['the ticket in front of one’s eyes', {}, [ticketId]],
  ])('%s, neither shown nor heard', (_name, preferences, watched) => {
    const { center, notifier } = setUp(preferences, watched);
    center.event(created(), false);
    expect(notifier.shown).toEqual([]);
    expect(done).toEqual([]);
  });

  test('the quiet that has run out no longer counts', () => {
    const { center, notifier } = setUp({ mutedUntil: '2026-11-22T12:00:00.000Z' });
    center.event(created(), false);
    expect(notifier.shown).toHaveLength(1);
  });

  test('what is no notification, and anything while nobody is signed in', () => {
    const { center, notifier } = setUp();
    center.event(sampleEvent({ type: 'message.created', data: sampleMessage() }), false);
    context = null;
    center.event(created(), false);
    expect(notifier.shown).toEqual([]);
  });
});

test('what was read elsewhere disappears', () => {
  const { center, notifier } = setUp();
  center.event(created(), false);
  center.event(read(ticketId), false);
  expect(notifier.withdrawn).toEqual([ticketId]);
});

describe('after a time without a connection', () => {
  test('a few are told one by one, when all are known, and what was read meanwhile is not', () => {
    const { center, notifier } = setUp();
    const other = { id: randomUUID(), number: 8, title: 'Другое' };
    const replaced = randomUUID();
    center.event(created({ id: replaced }), true);
    center.event(created({ count: 2 }, replaced), true);
    center.event(created({ ticket: other }), true);
    center.event(read(other.id), true);
    expect(notifier.shown).toEqual([]);
    center.caughtUp();
    expect(notifier.shown).toMatchObject([{ title: '#7 · Иван: 2 сообщения' }]);
  });

  test('many are one sentence', () => {
    const { center, notifier } = setUp();
    for (let at = 0; at < 21; at += 1) {
      center.event(created({ ticket: { id: `t${at % 17}`, number: at, title: 'x' } }), true);
    }
    center.caughtUp();
    expect(notifier.shown).toMatchObject([
      { title: 'Пока не было связи: 21 новость', body: 'В 17 обращениях.', ticketId: null },
    ]);
  });
});

test('what could not be sent calls the person', () => {
  const { center, notifier } = setUp();
  center.notSent(ticketId);
  expect(notifier.shown).toMatchObject([
    { kind: 'unsent', title: 'Не удалось отправить', ticketId },
  ]);
});
