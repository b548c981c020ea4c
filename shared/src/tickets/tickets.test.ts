import { expect, test } from 'vitest';
import {
  deriveTitle,
  isReopening,
  statusAfterAssignment,
  statusAfterCustomerMessage,
  statusAfterStaffReply,
  TICKET_STATUSES,
  TRANSITIONS,
  withinReopenWindow,
} from '.';

test('a customer’s message brings a waiting or resolved ticket back to whoever has it', () => {
  expect(statusAfterCustomerMessage('WAITING_RESPONSE', 'someone')).toBe('IN_PROGRESS');
  expect(statusAfterCustomerMessage('RESOLVED', null)).toBe('OPEN');
  expect(statusAfterCustomerMessage('CLOSED', 'someone')).toBe('IN_PROGRESS');
  expect(statusAfterCustomerMessage('OPEN', null)).toBe('OPEN');
  expect(statusAfterCustomerMessage('IN_PROGRESS', 'someone')).toBe('IN_PROGRESS');
});

test('a reply waits for the customer, except on a resolved ticket', () => {
  expect(statusAfterStaffReply('OPEN')).toBe('WAITING_RESPONSE');
  expect(statusAfterStaffReply('IN_PROGRESS')).toBe('WAITING_RESPONSE');
  expect(statusAfterStaffReply('RESOLVED')).toBe('RESOLVED');
});

test('taking and releasing move between open and in progress only', () => {
  expect(statusAfterAssignment('OPEN', 'someone')).toBe('IN_PROGRESS');
  expect(statusAfterAssignment('IN_PROGRESS', null)).toBe('OPEN');
  expect(statusAfterAssignment('WAITING_RESPONSE', null)).toBe('WAITING_RESPONSE');
});

test('no status may move to itself, and every one can be left', () => {
  for (const status of TICKET_STATUSES) {
    expect(TRANSITIONS[status]).not.toContain(status);
    expect(TRANSITIONS[status].length).toBeGreaterThan(0);
  }
  expect(isReopening('CLOSED', 'OPEN')).toBe(true);
  expect(isReopening('RESOLVED', 'CLOSED')).toBe(false);
});

test('the reopen window is seven days, the last moment included', () => {
  const closedAt = new Date('2026-03-01T12:00:00Z');
  expect(withinReopenWindow(closedAt, new Date('2026-03-08T12:00:00.000Z'), 7)).toBe(true);
  expect(withinReopenWindow(closedAt, new Date('2026-03-08T12:00:00.001Z'), 7)).toBe(false);
});

test('a title is the first line, cut at a word, never inside a character', () => {
  expect(deriveTitle('\n  Не могу войти \nпишет ошибку', '—')).toBe('Не могу войти');
  expect(deriveTitle('  \n ', 'Фото')).toBe('Фото');
  const long = deriveTitle('слово '.repeat(40), '—');
  expect(long).toMatch(/слово…$/);
  expect(Array.from(long).length).toBeLessThanOrEqual(80);
  expect(deriveTitle('😀'.repeat(100), '—')).toBe(`${'😀'.repeat(79)}…`);
});
