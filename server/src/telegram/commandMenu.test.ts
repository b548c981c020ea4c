import { DEFAULT_MATRIX, ROLES } from '@tikethet/shared/permissions';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from './commands';
import { menuOf, menuVersion, ownButtonAt } from './commandMenu';
import type { TelegramSettings } from './settings';

const settings: TelegramSettings = {
  token: `1:${'A'.repeat(35)}`,
  apiRoot: 'https://api.example',
  mode: 'polling',
  webhookSecret: null,
  publicUrl: 'https://desk.example',
  temporaryUrl: false,
  miniAppUrl: 'https://desk.example/app/',
  consoleUrl: null,
  ownerIds: [],
  limitFactor: 0,
  demo: false,
};
const names = (role: (typeof ROLES)[number]) =>
  menuOf(COMMANDS, 'en', { role, permissions: DEFAULT_MATRIX[role] }).map(({ command }) => command);

describe('the command menu', () => {
  test('shows what a role may do, customers’ commands first', () => {
    const customer = names('USER');
    expect(customer).toEqual([
      'tickets',
      'new',
      'status',
      'support',
      'settings',
      'language',
      'cancel',
      'help',
    ]);
    expect(names('HELPER')).toEqual(expect.arrayContaining([...customer, 'login', 'queue']));
    expect(names('HELPER')).not.toContain('broadcast');
    expect(names('ADMIN')).toEqual(expect.arrayContaining(['broadcast', 'admin', 'role']));
  });

  test('is what Telegram takes, in both languages', () => {
    for (const role of ROLES) {
      for (const language of ['ru', 'en'] as const) {
        const menu = menuOf(COMMANDS, language, { role, permissions: DEFAULT_MATRIX[role] });
        expect(menu.length).toBeLessThanOrEqual(100);
        for (const { command, description } of menu) {
          expect(command).toMatch(/^[a-z0-9_]{1,32}$/);
          expect(description.length).toBeGreaterThan(0);
          expect(description.length).toBeLessThanOrEqual(256);
          expect(/[А-я]/.test(description)).toBe(language === 'ru');
        }
      }
    }
  });

  test('has another version when its button or its commands are others', () => {
    const version = menuVersion(settings, COMMANDS);
    expect(menuVersion({ ...settings }, COMMANDS)).toBe(version);
    const elsewhere = { ...settings, miniAppUrl: 'https://new.example/app/' };
    expect(menuVersion(elsewhere, COMMANDS)).not.toBe(version);
    const { help: _help, ...fewer } = COMMANDS;
    expect(menuVersion(settings, fewer)).not.toBe(version);
  });

  test('leaves a temporary address and one without https to no chat of its own', () => {
    expect(ownButtonAt(settings)).toBe('https://desk.example/app/');
    expect(ownButtonAt({ ...settings, temporaryUrl: true })).toBeNull();
    expect(ownButtonAt({ ...settings, miniAppUrl: 'http://desk.lan/app/' })).toBeNull();
  });
});
