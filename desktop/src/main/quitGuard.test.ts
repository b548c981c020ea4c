import type { BrowserWindow } from 'electron';
import { beforeEach, expect, test, vi } from 'vitest';
import type { QueuedItem } from '../bridge';
import { guardQuit } from './quitGuard';
import { loadTexts } from './texts';

const electron = vi.hoisted(() => ({
  app: { on: vi.fn(), quit: vi.fn() },
  dialog: { showMessageBox: vi.fn() },
}));
vi.mock('electron', () => electron);

const texts = await loadTexts();
let unsent: number;
let items: QueuedItem[];
let window: BrowserWindow | null;
const quitting = vi.fn();

/** What the system does when the person quits. @returns whether the program goes on */
function quit(): boolean {
  const event = { preventDefault: vi.fn() };
  const [, listener] = electron.app.on.mock.calls[0] as [string, (event: object) => void];
  listener(event);
  return event.preventDefault.mock.calls.length > 0;
}

beforeEach(() => {
  vi.clearAllMocks();
  [unsent, items, window] = [0, [], {} as BrowserWindow];
  guardQuit({
    outbox: () => ({ unsent, held: 0, items }),
    texts: () => texts('ru'),
    window: () => window,
    quitting,
  });
});

test('with nothing unsent the program ends at once', () => {
  expect(quit()).toBe(false);
  expect(quitting).toHaveBeenCalledTimes(1);
  expect(electron.dialog.showMessageBox).not.toHaveBeenCalled();
});

test('what is not sent is said before, and the person may stay', async () => {
  unsent = 3;
  electron.dialog.showMessageBox.mockResolvedValue({ response: 1 });
  expect(quit()).toBe(true);
  const [, asked] = electron.dialog.showMessageBox.mock.calls[0] as [unknown, { message: string }];
  expect(asked.message).toContain('3');
  await Promise.resolve();
  expect(electron.app.quit).not.toHaveBeenCalled();
  expect(quitting).not.toHaveBeenCalled();
});

test('it names the first of what is not sent, and how many more there are', () => {
  const item = (number: number | null, internal = false): QueuedItem => ({
    key: `k${number}`,
    operation: number === null ? 'me.setConsole' : 'messages.create',
    ticketId: null,
    subject: number === null ? null : { number, title: number === 3 ? 'о'.repeat(90) : 'Оплата' },
    input: { internal },
    attachments: [],
    at: '2026-11-23T10:00:00.000Z',
    state: 'waiting',
    problem: null,
    dueAt: null,
  });
  [unsent, items] = [9, [item(1), item(2, true), item(3), item(null), item(5)]];
  electron.dialog.showMessageBox.mockResolvedValue({ response: 1 });
  quit();
  const [, asked] = electron.dialog.showMessageBox.mock.calls[0] as [unknown, { detail: string }];
  expect(asked.detail.split('\n').slice(0, 6)).toEqual([
    '• Ответ: #1 Оплата',
    '• Заметка: #2 Оплата',
    `• Ответ: #3 ${'о'.repeat(60)}…`,
    '• Изменение',
    'И ещё 5.',
    '',
  ]);
});

test('who quits all the same is not asked twice', async () => {
  unsent = 1;
  electron.dialog.showMessageBox.mockResolvedValue({ response: 0 });
  expect(quit()).toBe(true);
  await vi.waitFor(() => expect(electron.app.quit).toHaveBeenCalledTimes(1));
  expect(quit()).toBe(false);
  expect(quitting).toHaveBeenCalledTimes(1);
});

test('without a window there is nobody to ask', () => {
  [unsent, window] = [2, null];
  expect(quit()).toBe(false);
});
