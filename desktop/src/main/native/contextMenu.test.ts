import { expect, test, vi } from 'vitest';
import { loadTexts } from '../texts';
import { contextMenu } from './contextMenu';

const t = (await loadTexts())('ru');
const actions = { replace: vi.fn(), learn: vi.fn(), openLink: vi.fn(), copy: vi.fn() };
const flags = { canCut: false, canCopy: true, canPaste: true, canSelectAll: true };
const nothing = {
  misspelledWord: '',
  dictionarySuggestions: [],
  isEditable: false,
  selectionText: '',
  linkURL: '',
  editFlags: { ...flags, canUndo: false, canRedo: false, canDelete: false, canEditRichly: false },
};
const labels = (on: object) =>
  contextMenu({ ...nothing, ...on }, actions, t).map((item) => item.label ?? item.type);

test('a word that is spelled wrong: five suggestions, and learning it', () => {
  const suggestions = ['а', 'б', 'в', 'г', 'д', 'е'];
  const on = { misspelledWord: 'пажалуста', dictionarySuggestions: suggestions, isEditable: true };
  expect(labels(on)).toEqual([
    ...suggestions.slice(0, 5),
    'Добавить в словарь',
    'separator',
    'Вырезать',
    'Копировать',
    'Вставить',
    'Выделить всё',
  ]);
  const [first] = contextMenu({ ...nothing, ...on }, actions, t);
  first?.click?.({} as never, undefined, {});
  expect(actions.replace).toHaveBeenCalledWith('а');
});

test('a link opens by the same door as everywhere; others than https have no entry', () => {
  expect(labels({ linkURL: 'https://example.com/' })).toEqual([
    'Открыть ссылку',
    'Скопировать ссылку',
  ]);
  expect(labels({ linkURL: 'file:///etc/passwd' })).toEqual([]);
});

test('nothing to offer is no menu; selected text can be copied', () => {
  expect(labels({})).toEqual([]);
  expect(labels({ selectionText: 'слово' })).toEqual(['Копировать']);
});
