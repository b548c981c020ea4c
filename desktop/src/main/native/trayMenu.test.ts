import { expect, test, vi } from 'vitest';
import { ENDLESS, quietChoices } from '../../bridge/quiet';
import { loadTexts } from '../texts';
import { trayMenu, type TrayState } from './trayMenu';

const t = (await loadTexts())('ru');
const now = new Date('2026-11-22T21:30:00Z');
const actions = {
  open: vi.fn(),
  openNotifications: vi.fn(),
  choose: vi.fn(),
  mute: vi.fn(),
  quit: vi.fn(),
};
const menu = (state: Partial<TrayState> = {}) =>
  trayMenu({ availability: 'BUSY', unread: 5, mutedUntil: null, ...state }, actions, t, now);
const submenu = (items: ReturnType<typeof menu>, label: string) =>
  (items.find((item) => item.label === label)?.submenu ?? []) as ReturnType<typeof menu>;
const click = (items: ReturnType<typeof menu>, label: string) =>
  items.find((item) => item.label === label)?.click?.({} as never, undefined, {});

test('offers what is unread, the person’s status, quiet, and the way out', () => {
  const items = menu();
  expect(items.flatMap(({ label = [] }) => label)).toEqual([
    'Открыть TiketHet',
    '5 непрочитанных уведомлений',
    'На связи',
    'Не отвлекать',
    'Нет на месте',
    'Не беспокоить',
    'Выйти из TiketHet',
  ]);
  expect(items.filter(({ checked }) => checked).map(({ label }) => label)).toEqual([
    'Не отвлекать',
  ]);
  click(items, 'На связи');
  expect(actions.choose).toHaveBeenCalledWith('AVAILABLE');
  click(items, '5 непрочитанных уведомлений');
  expect(actions.openNotifications).toHaveBeenCalledOnce();
});

test('asking for quiet, and taking it back', () => {
  click(submenu(menu(), 'Не беспокоить'), '30 минут');
  expect(actions.mute).toHaveBeenLastCalledWith('2026-11-22T22:00:00.000Z');
  const muted = menu({ mutedUntil: ENDLESS });
  click(submenu(muted, 'Не беспокоить: включено'), 'Снова беспокоить');
  expect(actions.mute).toHaveBeenLastCalledWith(null);
});

test('until morning is eight o’clock here, the next one', () => {
  const until = (at: Date) =>
    new Date(quietChoices(at).find(({ name }) => name === 'morning')?.until ?? 0);
  const [night, early] = [new Date(2026, 10, 22, 23, 0), new Date(2026, 10, 23, 3, 0)];
  expect(until(night)).toEqual(new Date(2026, 10, 23, 8, 0));
  expect(until(early)).toEqual(new Date(2026, 10, 23, 8, 0));
});

test('nobody signed in: nothing of a person', () => {
  expect(menu({ availability: null }).map(({ label }) => label)).toEqual([
    'Открыть TiketHet',
    'Выйти из TiketHet',
  ]);
});
