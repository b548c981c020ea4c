import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { keptSecret } from './platform/dataDir';
import { Secret } from './platform/secret';
import { StartError } from './platform/startError';
import {
  listHints,
  secretVariables,
  telegramApiRoot,
  variables,
  type ProcessName,
  type VariableName,
} from './config/variables';

/** The repository's root; the same distance from `server/src` and from `server/dist`. */
export const repositoryRoot = fileURLToPath(new URL('../../', import.meta.url));

/** A malformed or contradictory variable: names it, what is wrong, the remedy; one sentence. */
export class ConfigError extends StartError {
  override name = 'ConfigError';
}

export interface Config {
  /** demo: no bot token, the sandbox plays Telegram, loopback only. */
  mode: 'demo' | 'production';
  /** `publicUrl` has no trailing slash. */
  http: { host: string; port: number; publicUrl: string };
  /** Absolute path. */
  dataDir: string;
  /** `url` null: the embedded Postgres. `readUrl` null: reads go where writes go. */
  database: { url: Secret | null; readUrl: Secret | null };
  redisUrl: Secret | null;
  /** Gives a developer's computer a public address for as long as the server runs. */
  tunnel: { authToken: Secret } | null;
  telegram: {
    /** null in demo mode. */
    token: Secret | null;
    mode: 'polling' | 'webhook';
    apiRoot: string;
    /** null when polling. */
    webhookSecret: Secret | null;
  };
  ownerTelegramIds: readonly number[];
  jwtSecret: Secret;
  logLevel: z.output<typeof variables.LOG_LEVEL>;
  /** Multiplies every rate limit; 0 turns them off. */
  rateLimitFactor: number;
  processes: ReadonlySet<ProcessName>;
  webConsole: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The process's environment over the repository's `.env` file (a real variable always wins). */
export function readEnvironment(): Environment {
  const file = path.join(repositoryRoot, '.env');
  if (!existsSync(file)) return process.env;
  try {
    return { ...parseEnv(readFileSync(file, 'utf8')), ...process.env };
  } catch (error) {
    throw new ConfigError(`The file ${file} cannot be read: make it readable or remove it.`, {
      cause: error,
    });
  }
}

/**
 * Parses the environment; an empty variable counts as absent. Makes secrets that are absent and
 * keeps them in DATA_DIR.
 * @throws ConfigError for the first wrong variable, StartError when DATA_DIR cannot be written
 */
export function loadConfig(env: Environment): Config {
  const values = parseVariables(env);
  const demo = values.BOT_TOKEN === undefined;
  requireLoopbackInDemo(values, demo);
  const tunnel = tunnelOf(values, demo);
  // A tunnel is there to be called through; without one asking is what always works.
  const mode = values.TELEGRAM_MODE ?? (tunnel === null ? 'polling' : 'webhook');
  if (tunnel === null) requireHttpsForWebhook(values, demo);
  const dataDir = path.resolve(repositoryRoot, values.DATA_DIR);
  const secretOf = (value: string | undefined) => (value === undefined ? null : new Secret(value));
  const webhook = mode === 'webhook';
  return {
    mode: demo ? 'demo' : 'production',
    http: {
      host: values.HOST,
      port: values.PORT,
      publicUrl: values.PUBLIC_URL ?? localUrl(values.HOST, values.PORT),
    },
    dataDir,
    database: {
      url: secretOf(values.DATABASE_URL),
      readUrl: secretOf(values.DATABASE_READ_URL),
    },
    redisUrl: secretOf(values.REDIS_URL),
    tunnel,
    telegram: {
      token: secretOf(values.BOT_TOKEN),
      mode,
      apiRoot: values.TELEGRAM_API_ROOT,
      webhookSecret: webhook
        ? (secretOf(values.WEBHOOK_SECRET) ?? keptSecret(dataDir, 'webhook-secret'))
        : null,
    },
    ownerTelegramIds: values.OWNER_TELEGRAM_IDS,
    jwtSecret: secretOf(values.JWT_SECRET) ?? keptSecret(dataDir, 'jwt-secret'),
    logLevel: values.LOG_LEVEL,
    rateLimitFactor: values.RATE_LIMIT_FACTOR,
    processes: new Set(values.PROCESSES),
    webConsole: values.WEB_CONSOLE === undefined ? demo : values.WEB_CONSOLE === 'on',
  };
}

const environmentSchema = z.object(variables);
type Values = z.output<typeof environmentSchema>;

function parseVariables(env: Environment): Values {
  const given = Object.fromEntries(
    Object.keys(variables).map((name) => [name, env[name]?.trim() || undefined]),
  );
  const result = environmentSchema.safeParse(given);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const name = String(issue?.path[0]) as VariableName;
  const shown = secretVariables.has(name) ? name : `${name}="${given[name]}"`;
  throw new ConfigError(`${shown} cannot be used: it ${listHints[name] ?? issue?.message}.`);
}

function requireLoopbackInDemo({ HOST }: Values, demo: boolean): void {
  if (!demo || isLoopback(HOST)) return;
  throw new ConfigError(
    `HOST="${HOST}" cannot be used without BOT_TOKEN: the demo lets anyone in, so it listens on ` +
      'this computer only; leave HOST out or set BOT_TOKEN.',
  );
}

function requireHttpsForWebhook(values: Values, demo: boolean): void {
  if (values.TELEGRAM_MODE !== 'webhook') return;
  if (values.PUBLIC_URL?.startsWith('https:')) return;
  // A Bot API server on this computer (the sandbox, or a self-hosted one) takes plain http.
  const localApi =
    values.TELEGRAM_API_ROOT !== telegramApiRoot &&
    isLoopback(new URL(values.TELEGRAM_API_ROOT).hostname);
  if (demo || localApi) return;
  throw new ConfigError(
    'TELEGRAM_MODE="webhook" cannot be used: Telegram calls only https addresses, so set ' +
      'PUBLIC_URL to one, for example PUBLIC_URL=https://desk.example.com, or use polling.',
  );
}

function tunnelOf(values: Values, demo: boolean): Config['tunnel'] {
  const { TUNNEL, NGROK_AUTHTOKEN, PUBLIC_URL } = values;
  if (TUNNEL === undefined) return null;
  const cannot = (why: string) => new ConfigError(`TUNNEL="${TUNNEL}" cannot be used${why}`);
  if (demo) {
    throw cannot(
      ' without BOT_TOKEN: the demo lets anyone in, so it stays on this computer; set BOT_TOKEN.',
    );
  }
  if (PUBLIC_URL !== undefined) {
    throw cannot(' together with PUBLIC_URL: the tunnel gives the address; leave one of them out.');
  }
  if (NGROK_AUTHTOKEN === undefined) {
    throw cannot(
      ': set NGROK_AUTHTOKEN to the token that dashboard.ngrok.com shows under "Your Authtoken".',
    );
  }
  return { authToken: new Secret(NGROK_AUTHTOKEN) };
}

function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  return bare === 'localhost' || bare === '::1' || /^127(\.\d{1,3}){3}$/.test(bare);
}

function localUrl(host: string, port: number): string {
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}
