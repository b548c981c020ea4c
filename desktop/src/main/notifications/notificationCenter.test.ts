import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { sampleEvent, sampleMessage, sampleTicket } from '../../sync/testing/samples';
import { loadTexts } from '../texts';
import { createNotificationCenter, type NotificationContext } from './notificationCenter';
import { createRecordingNotifier } from './recordingNotifier';

const texts = await loadTexts();
const me = randomUUID();
let context: NotificationContext | null;
let looked: string[];
let opened: (string | null)[];

function setUp() {
  const notifier = createRecordingNotifier({ show: () => undefined, clear: () => undefined });
  const center = createNotificationCenter({
    notifier,
    context: () => context,
    findTicket: async (id) => {
      looked.push(id);
      return { number: 7 };
    },
    open: (ticketId) => opened.push(ticketId),
  });
  return { notifier, center };
}

const created = (change = {}, by = {}) =>
  sampleEvent({ type: 'ticket.created', data: sampleTicket(change) }, by);
const message = (change = {}, by = {}) =>
  sampleEvent({ type: 'message.created', data: sampleMessage(change) }, by);
/** Long enough for what would have been shown. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

beforeEach(() => {
  context = { userId: me, enabled: true, watchedTicketId: null, texts: texts('ru') };
  [looked, opened] = [[], []];
});

describe('what is told', () => {
  test('a new ticket: number, customer, title; a click opens it', async () => {
    const { center, notifier } = setUp();
    const event = created();
    center.event(event, false);
    await vi.waitFor(() => expect(notifier.shown).toHaveLength(1));
    expect(notifier.shown[0]).toEqual({
      title: 'Новое обращение #1042',
      body: 'Иван: Не приходит донат',
      ticketId: event.ticketId,
    });
    notifier.click(0);
    expect(opened).toEqual([event.ticketId]);
  });

  test('a customer’s message: number looked up once, sender, text', async () => {
    const { center, notifier } = setUp();
    const ticketId = randomUUID();
    center.event(message({ ticketId, content: 'Ау?' }), false);
    center.event(message({ ticketId, content: '', kind: 'VOICE' }), false);
    await vi.waitFor(() => expect(notifier.shown).toHaveLength(2));
    expect(notifier.shown).toEqual([
      { title: '#7 · Иван', body: 'Ау?', ticketId },
      { title: '#7 · Иван', body: 'Голосовое сообщение', ticketId },
    ]);
    expect(looked).toEqual([ticketId]);
  });

  test('in the person’s language', async () => {
    const { center, notifier } = setUp();
    context = { userId: me, enabled: true, watchedTicketId: null, texts: texts('en') };
    center.event(created(), false);
    await vi.waitFor(() => expect(notifier.shown[0]?.title).toBe('New ticket #1042'));
  });
});

describe('what is not told', () => {
  const ticketId = randomUUID();
  const staff = { id: randomUUID(), displayName: 'Анна', side: 'STAFF' };
  test.each([
    ['an own ticket', () => created({}, { actorId: me })],
    ['an own message', () => message({}, { actorId: me })],
    ['a colleague’s reply', () => message({ author: staff })],
    ['a note', () => message({ internal: true })],
    ['a change', () => sampleEvent({ type: 'ticket.updated', data: sampleTicket() })],
    ['the ticket in front of one’s eyes', () => message({ ticketId })],
  ])('%s', async (_name, event) => {
    const { center, notifier } = setUp();
    context = { userId: me, enabled: true, watchedTicketId: ticketId, texts: texts('ru') };
    center.event(event(), false);
    await settle();
    expect(notifier.shown).toEqual([]);
  });

  test('anything, when the person does not want it or nobody is signed in', async () => {
    const { center, notifier } = setUp();
    context = { userId: me, enabled: false, watchedTicketId: null, texts: texts('ru') };
    center.event(created(), false);
    await settle();
    context = null;
    center.event(created(), false);
    await settle();
    expect(notifier.shown).toEqual([]);
  });

  test('the message that opened a ticket: the ticket was told', async () => {
    const { center, notifier } = setUp();
    const event = created({ description: 'Помогите' });
    const id = event.ticketId ?? '';
    center.event(event, false);
    center.event(message({ ticketId: id, content: 'Помогите' }), false);
    center.event(message({ ticketId: id, content: 'Помогите' }), false);
    await vi.waitFor(() => expect(notifier.shown).toHaveLength(2));
    expect(notifier.shown.map(({ title }) => title)).toEqual([
      'Новое обращение #1042',
      '#1042 · Иван',
    ]);
  });
});

describe('after a time without a connection', () => {
  test('a few are told one by one, when all are known', async () => {
    const { center, notifier } = setUp();
    center.event(message(), true);
    center.event(message(), true);
    await settle();
    expect(notifier.shown).toEqual([]);
    center.caughtUp();
    await vi.waitFor(() => expect(notifier.shown).toHaveLength(2));
  });

  test('many are one sentence', async () => {
    const { center, notifier } = setUp();
    const ticketId = randomUUID();
    for (let count = 0; count < 21; count += 1) {
      center.event(message(count < 5 ? { ticketId } : {}), true);
    }
    center.caughtUp();
    await vi.waitFor(() => expect(notifier.shown).toHaveLength(1));
    expect(notifier.shown[0]).toEqual({
      title: 'Пока не было связи: 21 новость',
      body: 'Клиенты написали в 17 обращений.',
      ticketId: null,
    });
  });
});
