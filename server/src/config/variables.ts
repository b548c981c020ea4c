import { z } from 'zod';

/** Names of the programs one server process can play. */
export const processNames = ['api', 'bot', 'worker'] as const;
export type ProcessName = (typeof processNames)[number];

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** Default Bot API server. */
export const telegramApiRoot = 'https://api.telegram.org';

function urlWith(protocols: readonly string[], hint: string) {
  return z.string().refine((value) => {
    if (!URL.canParse(value)) return false;
    const url = new URL(value);
    return protocols.includes(url.protocol) && url.hostname !== '';
  }, hint);
}

const withoutTrailingSlash = (value: string) => value.replace(/\/+$/, '');

const list = (value: string) =>
  value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');

/**
 * Every environment variable the server knows: `.env.example` lists exactly these. Each message
 * completes the sentence `NAME="value" cannot be used: it …`.
 */
export const variables = {
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:-]+$/, 'must be an address or a host name, for example HOST=127.0.0.1')
    .default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a whole number from 1 to 65535, for example PORT=3000')
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, {
      error: 'must be a whole number from 1 to 65535, for example PORT=3000',
    })
    .default(3000),
  PUBLIC_URL: urlWith(
    ['http:', 'https:'],
    'must be the address people open, for example PUBLIC_URL=https://desk.example.com',
  )
    .transform(withoutTrailingSlash)
    .optional(),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: urlWith(
    ['postgres:', 'postgresql:'],
    'must look like postgres://user:password@host:5432/database',
  ).optional(),
  DATABASE_READ_URL: urlWith(
    ['postgres:', 'postgresql:'],
    'must look like postgres://user:password@host:5432/database',
  ).optional(),
  REDIS_URL: urlWith(
    ['redis:', 'rediss:'],
    'must look like redis://user:password@host:6379',
  ).optional(),
  BOT_TOKEN: z
    .string()
    .regex(/^\d{1,20}:[A-Za-z0-9_-]{20,}$/, 'must be the token that @BotFather gave')
    .optional(),
  TELEGRAM_MODE: z
    .enum(['polling', 'webhook'], 'must be polling or webhook, for example TELEGRAM_MODE=polling')
    .optional(),
  TELEGRAM_API_ROOT: urlWith(
    ['http:', 'https:'],
    `must be the address of a Bot API server, for example TELEGRAM_API_ROOT=${telegramApiRoot}`,
  )
    .transform(withoutTrailingSlash)
    .default(telegramApiRoot),
  WEBHOOK_SECRET: z
    .string()
    .regex(/^[A-Za-z0-9_-]{16,256}$/, 'must be 16 to 256 of the characters A–Z, a–z, 0–9, _ and -')
    .optional(),
  TUNNEL: z.enum(['ngrok'], 'must be ngrok, for example TUNNEL=ngrok').optional(),
  NGROK_AUTHTOKEN: z
    .string()
    .regex(/^[A-Za-z0-9_-]{20,}$/, 'must be the token that dashboard.ngrok.com shows')
    .optional(),
  OWNER_TELEGRAM_IDS: z
    .string()
    .transform(list)
    .refine((ids) => ids.every((id) => /^[1-9]\d{0,14}$/.test(id)), {
      error: 'must be Telegram ids separated by commas, for example OWNER_TELEGRAM_IDS=12345,67890',
    })
    .transform((ids) => ids.map(Number))
    .default([]),
  JWT_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  LOG_LEVEL: z
    .enum(logLevels, `must be one of ${logLevels.join(', ')}, for example LOG_LEVEL=info`)
    .default('info'),
  RATE_LIMIT_FACTOR: z
    .string()
    .regex(
      /^\d{1,6}(\.\d{1,6})?$/,
      'must be a number that multiplies the limits (0 turns them off), for example RATE_LIMIT_FACTOR=1',
    )
    .transform(Number)
    .default(1),
  PROCESSES: z
    .string()
    .transform(list)
    .pipe(
      z
        .array(z.enum(processNames))
        .min(1)
        .refine((names) => new Set(names).size === names.length),
    )
    .default([...processNames]),
  WEB_CONSOLE: z.enum(['on', 'off'], 'must be on or off, for example WEB_CONSOLE=on').optional(),
};

/** What completes the sentence for a variable whose parts fail one by one. */
export const listHints: Partial<Record<VariableName, string>> = {
  PROCESSES: 'must be one or more of api, bot and worker, for example PROCESSES=api,bot,worker',
};

export type VariableName = keyof typeof variables;

/** Variables whose value must never be shown, not even in an error. */
export const secretVariables: ReadonlySet<VariableName> = new Set([
  'DATABASE_URL',
  'DATABASE_READ_URL',
  'REDIS_URL',
  'BOT_TOKEN',
  'WEBHOOK_SECRET',
  'NGROK_AUTHTOKEN',
  'JWT_SECRET',
]);
