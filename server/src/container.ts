import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import path from 'node:path';
import { AppError } from '@tikethet/shared/errors';
import type { Router } from 'express';
import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { repositoryRoot, type Config } from './config';
import { openDatabase } from './database';
import { Listener } from './db/listener';
import { pendingMigrations } from './db/migrate';
import { signAttachments, UrlSigner } from './domain/attachments/signUrls';
import { ensureAnswerTimes } from './domain/categories/answerTimes';
import { SYSTEM, type Ctx } from './domain/context';
import { Desk } from './domain/desk';
import { loadPerson } from './domain/people/loadPerson';
import { authenticate } from './domain/sessions/authenticate';
import { TokenService } from './domain/sessions/tokens';
import { getVisibleTicket } from './domain/tickets/loadTickets';
import { visibleTickets } from './domain/tickets/visibleTickets';
import { FEED_CHANNEL, Sequencer } from './feed/sequencer';
import { createApp } from './http/app';
import { attachmentDownload, attachmentUpload } from './http/attachments';
import { AVATARS, avatarFiles } from './http/avatarFiles';
import { Executor } from './http/execute';
import { EXPORTS, exportFiles } from './http/exports';
import { listen } from './http/listen';
import { MY_FILES, myFiles } from './http/myFiles';
import { RateLimits } from './http/rateLimits';
import type { Services } from './http/services';
import { startJobs } from './jobs';
import { Secret } from './platform/secret';
import { ngrokTunnels, type OpenTunnel } from './platform/tunnel';
import { prepareDesk } from './prepareDesk';
import { startRealtime, type Realtime } from './realtime';
import { joinCluster } from './realtime/cluster';
import { recurringJobs } from './recurringJobs';
import { Sandbox } from './sandbox';
import { DEMO_NEWCOMER, demoGroup, demoPeople } from './sandbox/demo';
import { DiskStore } from './storage/diskStore';
import { startTelegram, telegramWebhook, type Telegram, type TelegramSettings } from './telegram';
import { botIdOf } from './telegram/settings';
import { requireTelegramChangesOnly, SANDBOX_API, telegramSettings } from './telegramSettings';
import { RemoteWaker, WAKE_CHANNEL } from './wake';

export interface RunningServer {
  /** What a person may open, by what it is. */
  addresses: Record<string, string>;
  /**
   * Takes over what another configuration says of Telegram: token, mode, secret, owners.
   * @throws StartError when it changes more than that; everything stays as it was
   */
  reload(config: Config): Promise<void>;
  stop(): Promise<void>;
}

/** What tests put in place of the outer world. */
export interface Outside {
  openTunnel: OpenTunnel;
}

const DEMO_BOT = 'tikethet_demo_bot';

/** The sandbox bot's token: nobody outside this desk can forge its Mini App sign-ins. */
function demoToken(config: Config): Secret {
  const key = createHmac('sha256', config.jwtSecret.reveal()).update('sandbox bot').digest();
  return new Secret(`7000000001:${key.toString('base64url').slice(0, 35)}`);
}

/**
 * Builds every part, in the order in which they need each other, and starts those that this
 * process plays.
 * @param onDeath called when a part without which the server is useless has died
 * @throws StartError when it cannot start for a reason that a person can mend
 */
export async function startServer(
  config: Config,
  log: Logger,
  onDeath: (error: Error) => void,
  outside: Outside = { openTunnel: ngrokTunnels() },
): Promise<RunningServer> {
  const stops: (() => Promise<void> | void)[] = [];
  const stop = async () => {
    for (const stopPart of stops.splice(0).reverse()) await stopPart();
  };
  try {
    return { ...(await start(config, log, onDeath, stops, outside)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(
  config: Config,
  log: Logger,
  onDeath: (error: Error) => void,
  stops: (() => Promise<void> | void)[],
  { openTunnel }: Outside,
): Promise<Omit<RunningServer, 'stop'>> {
  const demo = config.mode === 'demo';
  const token = config.telegram.token ?? demoToken(config);
  const botId = botIdOf(token.reveal());
  const database = await openDatabase(config, log, onDeath);
  stops.push(() => database.stop());
  const { db } = database;
  const tunnel = config.tunnel && (await openTunnel({ port: config.http.port, ...config.tunnel }));
  if (tunnel) stops.push(() => tunnel.close());
  const publicUrlOf = ({ http }: Config) => tunnel?.url ?? http.publicUrl;
  const publicUrl = publicUrlOf(config);
  const clock = () => new Date();
  const desk = new Desk(db, clock);
  const storage = new DiskStore(path.join(config.dataDir, 'attachments'));
  const filled = await prepareDesk(db, desk, storage, demo, botId);

  const sandbox = demo
    ? new Sandbox({
        botToken: token.reveal(),
        botUsername: DEMO_BOT,
        dir: path.join(config.dataDir, 'sandbox'),
        people: [...demoPeople, demoGroup],
      })
    : null;
  if (sandbox) {
    stops.push(() => sandbox.close());
    // Whoever has tickets has met the bot; the newcomer is left for the first contact.
    const known = filled ? demoPeople.filter((person) => person.id !== DEMO_NEWCOMER) : [];
    for (const person of known) sandbox.control.start(person.id);
  }

  let realtime: Realtime | null = null;
  let telegram: Telegram | null = null;
  const sequencer = new Sequencer(db, log, () => realtime?.wake());
  stops.push(() => sequencer.stop());
  const remote = new RemoteWaker(db, log);
  stops.push(() => remote.stop());
  desk.onWake((wakes) => {
    for (const kind of wakes) {
      if (kind === 'feed') sequencer.wake();
      else if (telegram) telegram.wake(kind);
      else remote.wake(kind);
    }
  });
  const listener = new Listener(
    database.url,
    {
      [FEED_CHANNEL]: () => realtime?.wake(),
      [WAKE_CHANNEL]: (kinds) => {
        if (kinds.includes('updates')) telegram?.wake('updates');
        if (kinds.includes('deliveries')) telegram?.wake('deliveries');
      },
    },
    log,
  );
  await listener.start();
  stops.push(() => listener.stop());

  let settings = telegramSettings(config, { token, publicUrl });
  const telegramDeps = { desk, db, log, storage, config: settings };

  if (config.processes.has('api')) {
    const tokens = new TokenService(config.jwtSecret, clock);
    const links = new UrlSigner(config.jwtSecret, clock);
    const authenticateToken = (bearer: string) => authenticate(db, tokens, bearer);
    const services: Services = {
      tokens,
      links,
      storage,
      typing: (person, visible) => realtime?.typing(person, visible),
      config: {
        botToken: () => new Secret(settings.token),
        accountKey: config.jwtSecret,
        ownerTelegramIds: () => settings.ownerIds,
        botLink: (payload) => botLink(db, settings, payload),
      },
    };
    const limits = new RateLimits(config.rateLimitFactor);
    const extras: { path: string; router: Router }[] = [
      { path: '/telegram', router: telegramWebhook(telegramDeps, () => settings) },
    ];
    if (sandbox) {
      extras.push({ path: SANDBOX_API, router: sandbox.botApi });
      extras.push({ path: '/sandbox', router: sandbox.page });
    }
    extras.push({ path: MY_FILES, router: myFiles({ desk, services }) });
    const byToken = { desk, services, authenticate: authenticateToken };
    extras.push({ path: EXPORTS, router: exportFiles(byToken) });
    extras.push({ path: AVATARS, router: avatarFiles(byToken) });
    const app = createApp({
      log,
      executor: new Executor({ desk, services, limits }),
      limits,
      authenticate: authenticateToken,
      checks: {
        database: async () => Boolean(await db.raw('select 1')),
        migrations: async () => (await pendingMigrations(db)).length === 0,
        telegram: () => telegram?.health() ?? Promise.resolve(true),
      },
      upload: attachmentUpload({ desk, services, limitFactor: config.rateLimitFactor }),
      download: attachmentDownload({ desk, services, authenticate: authenticateToken }),
      extras,
      sites: {
        miniApp: path.join(repositoryRoot, 'miniapp/dist'),
        console: config.webConsole ? path.join(repositoryRoot, 'desktop/dist-web') : null,
      },
    });
    const http = createServer(app);
    realtime = await startRealtime({
      http,
      cluster: config.redisUrl && (await joinCluster(config.redisUrl.reveal(), log)),
      db,
      log,
      authenticate: authenticateToken,
      loadPerson: (id) => desk.run(SYSTEM, (ctx) => loadPerson(ctx, id)),
      findTicket: async (person, id) => {
        const actor = { person, sessionId: null, channel: 'API' as const };
        return desk.run(actor, (ctx: Ctx) => getVisibleTicket(ctx, id)).catch(() => null);
      },
      seeTickets: (person, ids) =>
        desk.run({ person, sessionId: null, channel: 'API' }, (ctx) => visibleTickets(ctx, ids)),
      sign: (event, subject) => signAttachments(event, links, subject),
    });
    const running = realtime;
    stops.push(async () => {
      http.closeIdleConnections();
      await running.stop();
      http.closeAllConnections();
    });
    await listen(http, config.http);
  }

  if (config.processes.has('bot')) {
    const running = await startTelegram(telegramDeps);
    telegram = running;
    stops.push(() => running.stop());
  }

  if (config.processes.has('worker')) {
    await desk.run(SYSTEM, ensureAnswerTimes);
    const jobs = await startJobs({
      url: database.url,
      db,
      log,
      jobs: recurringJobs({ db, desk, storage, clock }),
    });
    stops.push(() => jobs.stop());
  }

  return {
    addresses: {
      ...(sandbox ? { 'Telegram (sandbox)': `${publicUrl}/sandbox/` } : {}),
      ...(config.webConsole ? { 'Console (preview)': `${publicUrl}/console/` } : {}),
      'Mini App': `${publicUrl}/app/`,
      'API docs': `${publicUrl}/docs/`,
    },
    reload: async (next) => {
      requireTelegramChangesOnly(config, next);
      const changed = telegramSettings(next, {
        token: next.telegram.token ?? token,
        publicUrl: publicUrlOf(next),
      });
      await telegram?.change(changed);
      settings = changed;
      log.info(
        { mode: changed.mode, botId: botIdOf(changed.token) },
        'telegram: settings taken over',
      );
    },
  };
}

/** Where a person opens the bot with a payload. The bot's name is known once it has started. */
async function botLink(
  db: Knex,
  { token, demo, publicUrl }: TelegramSettings,
  payload: string,
): Promise<string> {
  if (demo) return `${publicUrl}/sandbox/?start=${payload}`;
  const row = await db<{ bot_id: number; username: string }>('telegram_bots')
    .where({ bot_id: botIdOf(token) })
    .first();
  if (row === undefined) throw new AppError('unavailable', { reason: 'bot_not_started' });
  return `https://t.me/${row.username}?start=${payload}`;
}
