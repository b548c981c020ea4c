import type { Config } from './config';
import { StartError } from './platform/startError';
import type { Secret } from './platform/secret';
import type { TelegramSettings } from './telegram';

/** Where the sandbox plays the Bot API, under this server's address. */
export const SANDBOX_API = '/telegram-sandbox';

/**
 * What the bot needs, out of the configuration.
 * @param token the configured one, or the sandbox bot's
 * @param publicUrl where people reach the server: configured, or a tunnel's
 */
export function telegramSettings(
  config: Config,
  { token, publicUrl }: { token: Secret; publicUrl: string },
): TelegramSettings {
  const demo = config.mode === 'demo';
  return {
    token: token.reveal(),
    apiRoot: demo
      ? `http://${config.http.host}:${config.http.port}${SANDBOX_API}`
      : config.telegram.apiRoot,
    mode: config.telegram.mode,
    webhookSecret: config.telegram.webhookSecret?.reveal() ?? null,
    publicUrl,
    ownerIds: config.ownerTelegramIds,
    temporaryUrl: config.tunnel !== null,
    demo,
    limitFactor: config.rateLimitFactor,
    miniAppUrl: `${publicUrl}/app/`,
    consoleUrl: config.webConsole ? `${publicUrl}/console/` : null,
  };
}

/**
 * Whether another configuration may be taken over while the server runs: only what concerns
 * Telegram changes then.
 * @throws StartError when it needs a restart, naming why
 */
export function requireTelegramChangesOnly(before: Config, after: Config): void {
  if (before.mode !== after.mode) {
    throw new StartError(
      'BOT_TOKEN cannot be added or removed while the server runs: a demo and a real desk need ' +
        'databases of their own. Restart the server.',
    );
  }
  const changed = Object.entries(restartParts(before)).filter(
    ([name, value]) => restartParts(after)[name] !== value,
  );
  const [first] = changed;
  if (first === undefined) return;
  throw new StartError(
    `${changed.map(([name]) => name).join(', ')} cannot be changed while the server runs: ` +
      'restart it, or put the old value back.',
  );
}

function restartParts(config: Config): Record<string, string> {
  return {
    HOST: config.http.host,
    PORT: String(config.http.port),
    DATA_DIR: config.dataDir,
    DATABASE_URL: config.database.url?.reveal() ?? '',
    DATABASE_READ_URL: config.database.readUrl?.reveal() ?? '',
    REDIS_URL: config.redisUrl?.reveal() ?? '',
    JWT_SECRET: config.jwtSecret.reveal(),
    LOG_LEVEL: config.logLevel,
    RATE_LIMIT_FACTOR: String(config.rateLimitFactor),
    PROCESSES: [...config.processes].sort().join(','),
    WEB_CONSOLE: String(config.webConsole),
    TUNNEL: config.tunnel === null ? '' : config.tunnel.authToken.reveal(),
  };
}
