import type { FaqEntry } from '@tikethet/shared/contracts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { draftOf, keep, missing, readKept, sameDraft, textsOf } from './draft';

const entry: FaqEntry = {
  id: 'a',
  slug: 'a',
  categoryId: 'c',
  sortOrder: 10,
  isPublished: true,
  helpful: 0,
  unhelpful: 0,
  titles: { ru: 'Т', en: null },
  version: 3,
  updatedAt: '2026-01-01T00:00:00.000Z',
  texts: { ru: { title: 'Т', body: 'Б', keywords: ['к'] }, en: null },
};

test('an article comes back from the editor as it went in', () => {
  expect(textsOf(draftOf(entry))).toEqual(entry.texts);
  expect(sameDraft(draftOf(entry), draftOf(entry))).toBe(true);
});

test('names what is missing', () => {
  const draft = draftOf(null);
  expect(missing(draft)).toBe('everything');
  expect(missing(draftOf(entry))).toBeNull();
  const half = { title: 'Title', body: ' ', keywords: [] };
  expect(missing({ ...draftOf(entry), texts: { ...draftOf(entry).texts, en: half } })).toBe('en');
});

describe('kept words', () => {
  const held = new Map<string, string>();
  beforeEach(() =>
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => held.get(key) ?? null,
      setItem: (key: string, value: string) => void held.set(key, value),
      removeItem: (key: string) => void held.delete(key),
    }),
  );
  afterEach(() => vi.unstubAllGlobals());

  test('are read back by article, and forgotten', () => {
    keep('a', 3, draftOf(entry));
    expect(readKept('a')).toEqual({ version: 3, draft: draftOf(entry) });
    expect(readKept(null)).toBeNull();
    keep('a', 3, null);
    expect(held.size).toBe(0);
  });

  test('that cannot be read are none', () => {
    held.set('tikethet.faq.a', '{"version":1,"draft":{}}');
    expect(readKept('a')).toBeNull();
  });
});
