import type { Message } from '@tikethet/shared/contracts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  changePending,
  dropPending,
  notYetShown,
  outbox,
  putPending,
  readOutbox,
  type Pending,
} from './outbox';

function pending(key: string, change: Partial<Pending> = {}): Pending {
  return {
    key,
    ticketId: 't',
    content: 'hi',
    attachments: [],
    files: [],
    replyToId: null,
    createdAt: '2025-01-01T00:00:00.000Z',
    afterPosition: 5,
    state: 'sending',
    error: null,
    ...change,
  };
}

function message(id: string, position: number, content: string, author = 'me'): Message {
  return {
    id,
    position,
    content,
    attachments: [],
    author: { id: author, displayName: '', side: 'CUSTOMER' },
  } as unknown as Message;
}

describe('notYetShown', () => {
  it('hides a message that the feed has already brought', () => {
    expect(notYetShown([pending('a', { content: ' hi ' })], [message('m', 6, 'hi')], 'me')).toEqual(
      [],
    );
  });

  it('keeps it for an older message, another text or another author', () => {
    const others = [message('m', 5, 'hi'), message('n', 6, 'ho'), message('o', 7, 'hi', 'staff')];
    expect(notYetShown([pending('a')], others, 'me')).toHaveLength(1);
  });

  it('keeps one whose files are not at the desk yet', () => {
    const file = { key: 'f', name: 'f', type: '', size: 1, attachment: null, uploadedAt: null };
    const shown = notYetShown([pending('a', { files: [file] })], [message('m', 6, 'hi')], 'me');
    expect(shown).toHaveLength(1);
  });

  it('counts equal texts one by one', () => {
    const shown = notYetShown([pending('a'), pending('b')], [message('m', 6, 'hi')], 'me');
    expect(shown.map((one) => one.key)).toEqual(['b']);
  });
});

describe('the stored outbox', () => {
  const held = new Map<string, string>();
  beforeEach(() =>
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => held.get(key) ?? null,
      setItem: (key: string, value: string) => void held.set(key, value),
      removeItem: (key: string) => void held.delete(key),
    }),
  );
  afterEach(() => vi.unstubAllGlobals());

  it('comes back waiting with the same key; what was refused stays refused', () => {
    putPending(pending('a'));
    expect(readOutbox()).toMatchObject([{ key: 'a', state: 'waiting', error: null }]);
    putPending(pending('a', { state: 'failed', error: 'ticket_closed' }));
    expect(readOutbox()).toMatchObject([{ state: 'failed', error: 'ticket_closed' }]);
    expect(changePending('gone', { state: 'waiting' })).toBeNull();
    dropPending('a');
    expect([readOutbox(), outbox.get(), held.size]).toEqual([[], [], 0]);
  });

  it('ignores what is not an outbox', () => {
    held.set('tikethet.outbox', '[1, {"key":"x"}, null]');
    expect(readOutbox()).toEqual([]);
  });
});
