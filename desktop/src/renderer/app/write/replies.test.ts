import { QueryClient } from '@tanstack/react-query';
import type { PersonRef } from '@tikethet/shared/contracts';
import { expect, it, vi } from 'vitest';
import type { DesktopBridge, QueueDecision } from '../bridge';
import { keys } from '../keys';
import { Desk } from '../live/desk';
import { aTicket, idOf } from '../../testing/samples';
import { Drafts } from './drafts';
import { PendingMessages } from './pendingMessages';
import { Replies, type OutgoingMessage } from './replies';
import { Uploads } from './uploads';
import { Writer } from './writer';

const me: PersonRef = { id: idOf(700), displayName: 'Анна', username: null, role: 'HELPER' };
const ticket = aTicket(1);

const message: OutgoingMessage = {
  content: 'Проверяем',
  internal: false,
  attachments: [],
  replyToId: null,
  quote: null,
  mentions: [],
  seen: { position: 1, assigneeId: null },
  undoSeconds: 5,
};

/** A console whose outbox keeps everything and never sends. */
function aConsole(late = false) {
  const written: { route: string; key: string; dueAt: string | undefined }[] = [];
  const decided: { key: string; action: QueueDecision['action'] }[] = [];
  const bridge = {
    kind: 'electron',
    write: (route: string, _input: unknown, key: string, kept: () => void, { dueAt = '' } = {}) => {
      written.push({ route, key, dueAt });
      kept();
      return new Promise(() => undefined);
    },
    outbox: {
      decide: (key: string, { action }: QueueDecision) => {
        decided.push({ key, action });
        const error = { code: 'not_found', status: 404, details: {} };
        return Promise.resolve(late ? { ok: false, error } : { ok: true, value: null });
      },
    },
  } as unknown as DesktopBridge;
  const storage = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
  const client = new QueryClient();
  client.setQueryData(keys.ticket(ticket.id), ticket);
  const parts = {
    bridge,
    desk: new Desk(client, me.id),
    writer: new Writer(bridge),
    pending: new PendingMessages(),
    uploads: new Uploads(bridge),
    drafts: new Drafts(bridge, storage as unknown as Storage, me.id),
  };
  return { ...parts, replies: new Replies(parts), written, decided };
}

it('shows a reply at once, and gives it back whole while nothing has left', async () => {
  const { replies, pending, drafts, desk, written, decided } = aConsole();
  const key = replies.send(me, ticket, message);
  await vi.waitFor(() => expect(pending.store.get()).toHaveLength(1));
  expect(Date.parse(written[0]?.dueAt ?? '') - Date.now()).toBeGreaterThan(3_000);
  expect(desk.find(ticket.id)).toMatchObject({ assigneeId: me.id, status: 'WAITING_RESPONSE' });
  replies.follow(key, ticket.id, 'resolve-key');
  drafts.change(ticket.id, { reply: 'Дальше' });

  const [shown] = pending.store.get();
  expect(await replies.takeBack(shown!)).toBe(true);
  expect(decided).toEqual([
    { key, action: 'withdraw' },
    { key: 'resolve-key', action: 'discard' },
  ]);
  expect(pending.store.get()).toEqual([]);
  expect(desk.find(ticket.id)).toMatchObject({ assigneeId: null, status: 'OPEN' });
  expect(drafts.of(ticket.id).reply).toBe('Проверяем\n\nДальше');
  drafts.stop();
});

it('leaves alone what has gone already', async () => {
  const { replies, pending, drafts } = aConsole(true);
  replies.send(me, ticket, message);
  await vi.waitFor(() => expect(pending.store.get()).toHaveLength(1));
  const [shown] = pending.store.get();
  expect(await replies.takeBack(shown!)).toBe(false);
  expect(pending.store.get()).toHaveLength(1);
  expect(drafts.of(ticket.id).reply).toBe('');
});

it('waits for nothing when the person wants no time to think', async () => {
  const { replies, written, pending } = aConsole();
  replies.send(me, ticket, { ...message, undoSeconds: 0 });
  await vi.waitFor(() => expect(pending.store.get()[0]?.dueAt).toBeNull());
  expect(written[0]?.dueAt).toBe('');
});
