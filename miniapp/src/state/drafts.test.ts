import type { Attachment } from '@tikethet/shared/contracts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EMPTY_DRAFT, readDraft, readNewTicket, writeDraft, writeNewTicket } from './drafts';

function memory(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const held = new Map<string, string>();
  return {
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
    removeItem: (key) => void held.delete(key),
  };
}

beforeEach(() => vi.stubGlobal('localStorage', memory()));
afterEach(() => vi.unstubAllGlobals());

describe('message drafts', () => {
  it('keeps one per ticket and forgets blank ones', () => {
    writeDraft('a', 'привет');
    writeDraft('b', 'hello');
    writeDraft('a', '  \n');
    expect([readDraft('a'), readDraft('b')]).toEqual(['', 'hello']);
    writeDraft('b', '');
    expect(localStorage.getItem('tikethet.drafts')).toBeNull();
  });

  it('drops the one untouched for longest beyond fifty', () => {
    for (let at = 0; at < 51; at += 1) writeDraft(`t${at}`, 'x');
    writeDraft('t1', 'again');
    writeDraft('new', 'x');
    expect([readDraft('t0'), readDraft('t1'), readDraft('t2'), readDraft('new')]).toEqual([
      '',
      'again',
      '',
      'x',
    ]);
  });

  it.each(['[1]', '"x"', '{broken', '{"a":5}'])('survives %s in the storage', (stored) => {
    localStorage.setItem('tikethet.drafts', stored);
    expect(readDraft('a')).toBe('');
    writeDraft('a', 'x');
    expect(readDraft('a')).toBe('x');
  });

  it('works without storage', () => {
    vi.stubGlobal('localStorage', undefined);
    writeDraft('a', 'x');
    expect(readDraft('a')).toBe('');
  });
});

describe('new ticket', () => {
  it('is read back, unknown values replaced', () => {
    expect(readNewTicket()).toEqual(EMPTY_DRAFT);
    const draft = { ...EMPTY_DRAFT, title: 'T', categoryId: 'c' };
    writeNewTicket(draft);
    expect(readNewTicket()).toEqual(draft);
    localStorage.setItem('tikethet.newTicket', '{"title":7,"attachments":7,"categoryId":{}}');
    expect(readNewTicket()).toEqual(EMPTY_DRAFT);
    writeNewTicket(null);
    expect(localStorage.getItem('tikethet.newTicket')).toBeNull();
  });

  it('keeps files that the desk still has', () => {
    const madeAt = (time: number): string =>
      `${time
        .toString(16)
        .padStart(12, '0')
        .replace(/^(.{8})/, '$1-')}-7000-8000-000000000000`;
    const file = (id: string) => ({ ...attachment, id });
    const fresh = file(madeAt(Date.now() - 60_000));
    const old = file(madeAt(Date.now() - 25 * 60 * 60_000));
    writeNewTicket({ ...EMPTY_DRAFT, attachments: [fresh, old] });
    expect(readNewTicket().attachments).toEqual([fresh]);
  });
});

const attachment: Attachment = {
  id: '',
  fileName: 'photo.jpg',
  size: 5,
  contentType: 'image/jpeg',
  kind: 'IMAGE',
  state: 'READY',
  width: null,
  height: null,
  url: '/x',
  thumbnailUrl: null,
};
