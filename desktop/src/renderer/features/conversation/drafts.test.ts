import { expect, it } from 'vitest';
import { readDraft, writeDraft } from './drafts';

function memory(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  };
}

it('keeps a draft for each person and ticket, and nothing of an empty one', () => {
  const storage = memory();
  const draft = { mode: 'note' as const, reply: 'Hi', note: 'Look at the logs' };
  writeDraft(storage, 'anna', 't1', draft);
  expect(readDraft(storage, 'anna', 't1')).toEqual(draft);
  expect(readDraft(storage, 'anna', 't2').reply).toBe('');
  expect(readDraft(storage, 'ivan', 't1').reply).toBe('');
  writeDraft(storage, 'anna', 't1', { mode: 'reply', reply: '', note: '' });
  expect(storage.length).toBe(0);
});

it('survives storage that holds nonsense or is full', () => {
  const storage = memory();
  storage.setItem('tikethet.draft.anna.t1', '{"mode":1}');
  expect(readDraft(storage, 'anna', 't1')).toEqual({ mode: 'reply', reply: '', note: '' });
  storage.setItem('tikethet.draft.anna.t1', '{');
  expect(readDraft(storage, 'anna', 't1').mode).toBe('reply');
  storage.setItem = () => {
    throw new Error('full');
  };
  expect(() =>
    writeDraft(storage, 'anna', 't1', { mode: 'reply', reply: 'a', note: '' }),
  ).not.toThrow();
});
