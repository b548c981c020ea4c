import { expect, it } from 'vitest';
import { changesOf, conflictOf, editedFields, followLive, takeCurrent } from './edits';

const seen = { name: 'Доставка', color: '#111111', isActive: true };
const edits = { base: seen, form: { ...seen, name: 'Курьеры' } };

it('sends what was changed, and how it was', () => {
  expect(editedFields(edits)).toEqual(['name']);
  expect(changesOf(edits)).toEqual({ name: 'Курьеры', base: { name: 'Доставка' } });
});

it('follows the desk where the person has changed nothing', () => {
  const live = { name: 'Логистика', color: '#222222', isActive: true };
  const next = followLive(edits, live);
  expect(next.form).toEqual({ name: 'Курьеры', color: '#222222', isActive: true });
  // Still what was seen when the person began: the desk can tell that a colleague was first.
  expect(changesOf(next)).toEqual({ name: 'Курьеры', base: { name: 'Доставка' } });
});

it('knows both values of a conflict, and goes on with either', () => {
  const fields = { name: { current: 'Логистика', yours: 'Курьеры' } };
  const conflict = conflictOf({ code: 'conflict', status: 409, details: { fields } });
  expect(conflict).toEqual(fields);
  expect(changesOf(takeCurrent(edits, conflict!, 'base'))).toEqual({
    name: 'Курьеры',
    base: { name: 'Логистика' },
  });
  const theirs = takeCurrent(edits, conflict!, 'form');
  expect(theirs.form.name).toBe('Логистика');
  expect(editedFields(theirs)).toEqual([]);
  expect(conflictOf({ code: 'conflict', status: 409, details: {} })).toBeNull();
  expect(conflictOf({ code: 'forbidden', status: 403, details: { fields } })).toBeNull();
});
