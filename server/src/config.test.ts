import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigError, loadConfig, repositoryRoot } from './config';
import { variables } from './config/variables';
import { StartError } from './platform/startError';

const token = `123456:${'a'.repeat(35)}`;
let dataDir: string;
const load = (env: Record<string, string> = {}) => loadConfig({ DATA_DIR: dataDir, ...env });

function messageOf(env: Record<string, string>): string {
  try {
    load(env);
  } catch (error) {
    if (error instanceof StartError) return error.message;
    throw error;
  }
  throw new Error('no error');
}

beforeEach(() => {
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'tikethet-config-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

describe('loadConfig', () => {
  it('starts the demo from an empty environment', () => {
    expect(load()).toMatchObject({
      mode: 'demo',
      http: { host: '127.0.0.1', port: 3000, publicUrl: 'http://127.0.0.1:3000' },
      database: { url: null, readUrl: null },
      redisUrl: null,
      telegram: { token: null, mode: 'polling', apiRoot: 'https://api.telegram.org' },
      ownerTelegramIds: [],
      logLevel: 'info',
      rateLimitFactor: 1,
      processes: new Set(['api', 'bot', 'worker']),
      webConsole: true,
    });
  });

  it('takes an empty variable as absent and cuts what surrounds a value', () => {
    expect(load({ BOT_TOKEN: '  ', PORT: ' 4000 ' })).toMatchObject({
      mode: 'demo',
      http: { port: 4000 },
    });
  });

  it('reads a production set-up', () => {
    const config = load({
      HOST: '0.0.0.0',
      PUBLIC_URL: 'https://desk.example.com/',
      DATABASE_URL: 'postgresql://u:p@db/tikethet',
      BOT_TOKEN: token,
      TELEGRAM_MODE: 'webhook',
      OWNER_TELEGRAM_IDS: '5, 6000000000',
      PROCESSES: 'api, worker',
      RATE_LIMIT_FACTOR: '0',
    });
    expect(config).toMatchObject({
      mode: 'production',
      http: { host: '0.0.0.0', publicUrl: 'https://desk.example.com' },
      ownerTelegramIds: [5, 6_000_000_000],
      processes: new Set(['api', 'worker']),
      rateLimitFactor: 0,
      webConsole: false,
    });
    expect(config.telegram.token?.reveal()).toBe(token);
    expect(config.telegram.webhookSecret?.reveal()).toMatch(/^[A-Za-z0-9_-]{64}$/);
  });

  it('keeps the secrets it makes, readable by the owner only', () => {
    const first = load().jwtSecret.reveal();
    expect(first.length).toBeGreaterThanOrEqual(32);
    expect(load().jwtSecret.reveal()).toBe(first);
    expect(statSync(path.join(dataDir, 'jwt-secret')).mode & 0o777).toBe(0o600);
  });

  it('never shows a secret when the whole configuration is printed', () => {
    const jwt = 'j'.repeat(40);
    const config = load({
      BOT_TOKEN: token,
      DATABASE_URL: 'postgres://u:hush@h/d',
      JWT_SECRET: jwt,
    });
    for (const text of [JSON.stringify(config), String(config.jwtSecret)]) {
      expect(text).not.toMatch(/hush|a{35}|j{40}/);
    }
  });

  it.each([
    ['PORT', 'abc'],
    ['PORT', '0'],
    ['PORT', '70000'],
    ['HOST', 'http://x'],
    ['PUBLIC_URL', 'desk.example.com'],
    ['DATABASE_URL', 'mysql://h/d'],
    ['DATABASE_READ_URL', 'x'],
    ['REDIS_URL', 'http://h'],
    ['BOT_TOKEN', 'hello'],
    ['TELEGRAM_MODE', 'push'],
    ['TELEGRAM_API_ROOT', 'telegram'],
    ['WEBHOOK_SECRET', 'with space in it!!'],
    ['OWNER_TELEGRAM_IDS', '12,@me'],
    ['JWT_SECRET', 'short'],
    ['LOG_LEVEL', 'loud'],
    ['RATE_LIMIT_FACTOR', '-1'],
    ['PROCESSES', 'api,cron'],
    ['PROCESSES', 'api,api'],
    ['WEB_CONSOLE', 'yes'],
  ])('refuses %s="%s" in one sentence that names it', (name, value) => {
    const message = messageOf({ [name]: value });
    expect(message).toMatch(new RegExp(`^${name}(="[^"]*")? cannot be used: it must [^\\n]+\\.$`));
    if (name.endsWith('URL') && name !== 'PUBLIC_URL') expect(message).not.toContain(value);
  });

  it('keeps the demo on this computer', () => {
    expect(messageOf({ HOST: '0.0.0.0' })).toContain('BOT_TOKEN');
    for (const HOST of ['localhost', '127.0.0.5', '::1']) expect(load({ HOST }).mode).toBe('demo');
    expect(load({ HOST: '::1' }).http.publicUrl).toBe('http://[::1]:3000');
  });

  it('wants https for a webhook, except towards a Bot API server on this computer', () => {
    const webhook = { BOT_TOKEN: token, TELEGRAM_MODE: 'webhook' };
    expect(messageOf(webhook)).toContain('PUBLIC_URL');
    const local = load({ ...webhook, TELEGRAM_API_ROOT: 'http://127.0.0.1:8081/' });
    expect(local.telegram).toMatchObject({ mode: 'webhook', apiRoot: 'http://127.0.0.1:8081' });
  });

  it('names a data folder that cannot be written', () => {
    const file = path.join(dataDir, 'file');
    writeFileSync(file, '');
    const message = messageOf({ DATA_DIR: path.join(file, 'below') });
    expect(message).toContain(path.join(file, 'below'));
    expect(message).toContain('DATA_DIR');
  });

  it('is a ConfigError', () => {
    expect(() => load({ PORT: 'x' })).toThrow(ConfigError);
  });
});

describe('TUNNEL', () => {
  const tunnel = { TUNNEL: 'ngrok', NGROK_AUTHTOKEN: 'x'.repeat(30), BOT_TOKEN: token };

  it('brings the webhook with it, unless polling is wanted', () => {
    expect(load(tunnel).telegram.mode).toBe('webhook');
    expect(load(tunnel).tunnel?.authToken.reveal()).toBe('x'.repeat(30));
    expect(load({ ...tunnel, TELEGRAM_MODE: 'polling' }).telegram.mode).toBe('polling');
    expect(load({ BOT_TOKEN: token })).toMatchObject({
      tunnel: null,
      telegram: { mode: 'polling' },
    });
  });

  it('needs a token of both kinds, and gives the address itself', () => {
    expect(messageOf({ ...tunnel, BOT_TOKEN: '' })).toMatch(/without BOT_TOKEN/);
    expect(messageOf({ ...tunnel, NGROK_AUTHTOKEN: '' })).toMatch(/set NGROK_AUTHTOKEN/);
    expect(messageOf({ ...tunnel, PUBLIC_URL: 'https://a.example' })).toMatch(/PUBLIC_URL/);
    expect(messageOf({ ...tunnel, TUNNEL: 'other' })).toMatch(/must be ngrok/);
    const secret = messageOf({ ...tunnel, NGROK_AUTHTOKEN: 'short secret' });
    expect(secret).toMatch(/^NGROK_AUTHTOKEN cannot be used/);
    expect(secret).not.toContain('short secret');
  });
});

describe('.env.example', () => {
  const example = readFileSync(path.join(repositoryRoot, '.env.example'), 'utf8');

  it('lists exactly the variables that exist, each below a comment', () => {
    expect(Object.keys(parseEnv(example)).sort()).toEqual(Object.keys(variables).sort());
    expect(example).not.toMatch(/\n\n[A-Z_]+=/);
  });

  it('can be used as it is', () => {
    const env = Object.fromEntries(Object.entries(parseEnv(example)).map(([k, v]) => [k, v ?? '']));
    expect(load({ ...env, DATA_DIR: dataDir })).toEqual(load());
  });
});
