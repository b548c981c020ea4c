import { setTimeout as pause } from 'node:timers/promises';
import type { Api } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { SYSTEM, type Wake } from '../domain/context';
import type { Desk } from '../domain/desk';
import { otherBotsWithWork, registerBot } from '../domain/telegram/bots';
import type { FileStore } from '../storage/fileStore';
import { createApi, describeFailure } from './api';
import { fetchAvatars } from './avatars';
import { FileFetcher } from './files';
import { Drain } from './intake/drain';
import { UpdateHandler } from './intake/handleUpdate';
import { poll } from './intake/poller';
import { chooseDoor, furnish, takeBack, whoAmI } from './intake/setUp';
import { watchDoor } from './intake/watchDoor';
import { whileLeader } from './leader';
import { isTokenRefused } from './outbox/classify';
import { Broadcaster } from './outbox/broadcaster';
import { Sender } from './outbox/sender';
import { botIdOf, type TelegramSettings } from './settings';
import { Troubles } from './troubles';

export interface TelegramDeps {
  desk: Desk;
  db: Knex;
  log: Logger;
  storage: FileStore;
  config: TelegramSettings;
  /** Milliseconds between two looks at the webhook; a minute when absent. */
  watchEvery?: number;
}

/** Milliseconds before the second try to reach Telegram; doubles up to the longest. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;
const WATCH_EVERY = 60_000;

/** One bot with one set of settings, from its start to its stop. */
export class RunningBot {
  readonly #api: Api;
  readonly #botId: number;
  readonly #sender: Sender;
  readonly #broadcaster: Broadcaster;
  readonly #troubles: Troubles;
  readonly #stop = new AbortController();
  readonly #background: Promise<void>[] = [];
  readonly #drains: Drain[] = [];
  #files: FileFetcher | null = null;

  constructor(private readonly deps: TelegramDeps) {
    const { desk, log, storage, config } = deps;
    this.#api = createApi(config);
    this.#botId = botIdOf(config.token);
    this.#troubles = new Troubles({ desk, log, botId: this.#botId });
    this.#broadcaster = new Broadcaster({ desk, log });
    this.#sender = new Sender({
      desk,
      api: this.#api,
      log,
      botId: this.#botId,
      storage,
      settings: config,
      onTokenRefused: () => void this.#troubles.tokenRefused(),
    });
  }

  async start(): Promise<void> {
    await this.deps.desk.run(SYSTEM, (ctx) => registerBot(ctx, this.#botId));
    this.#sender.wake();
    this.#broadcaster.wake();
    this.#background.push(this.#connect());
  }

  wake(kind: Exclude<Wake, 'feed'>): void {
    if (kind === 'deliveries') this.#sender.wake();
    else for (const drain of this.#drains) drain.wake();
  }

  isHealthy(): boolean {
    return this.#troubles.isNone;
  }

  /** Finishes what is on its way; nothing that Telegram still holds is dropped. */
  async stop(): Promise<void> {
    this.#stop.abort();
    // Connecting may still begin more.
    for (const work of this.#background) await work;
    for (const drain of this.#drains) await drain.stop();
    await this.#broadcaster.stop();
    await this.#sender.stop();
    const { config, log } = this.deps;
    if (!config.temporaryUrl) return;
    await takeBack(this.#api, config).catch((error: unknown) => {
      log.warn({ problem: describeFailure(error) }, 'telegram: webhook and button stay set');
    });
  }

  /** Updates wait in the ledger until the bot knows its own name, which commands are read with. */
  async #connect(): Promise<void> {
    const me = await this.#persist('reach Telegram', () => whoAmI(this.#api));
    if (me === null) return;
    const { desk, log, config } = this.deps;
    await this.#troubles.tokenTaken();
    await this.#persist('keep the name of the bot', () =>
      desk.run(SYSTEM, (ctx) => registerBot(ctx, this.#botId, me.username)),
    );
    await this.#persist('handle what has come', () => this.#beginDraining(me));
    await this.#persist('choose how updates come', () => chooseDoor(this.#api, config));
    this.#troubles.set('connecting', null);
    this.#background.push(this.#leadAsOne());
    await this.#persist('set up the menu', () => furnish(this.#api, config, log));
  }

  /** What came to a bot that was used before is still handled: its tickets are this desk's. */
  async #beginDraining(me: UserFromGetMe): Promise<void> {
    const { desk, db, log, config } = this.deps;
    const others = await otherBotsWithWork(db, this.#botId);
    if (this.#stop.signal.aborted) return;
    for (const { botId, username } of [{ botId: this.#botId, username: me.username }, ...others]) {
      const handler = new UpdateHandler(config, { ...me, id: botId, username }, this.#api);
      const drain = new Drain({ desk, log, botId, handler, onDone: () => this.#files?.wake() });
      this.#drains.push(drain);
      drain.wake();
    }
  }

  /** What only one process may do: ask for updates, watch the webhook, fetch files. */
  #leadAsOne(): Promise<void> {
    const { desk, db, log, storage, config, watchEvery = WATCH_EVERY } = this.deps;
    const botId = this.#botId;
    const api = this.#api;
    const troubles = this.#troubles;
    const files = new FileFetcher({ desk, api, log, storage, settings: config });
    this.#files = files;
    const openDoor = () => chooseDoor(api, config);
    return whileLeader(
      { db, log },
      `tikethet:telegram:${botId}`,
      this.#stop.signal,
      async (signal) => {
        const receiving =
          config.mode === 'polling'
            ? poll({ desk, api, log, botId, troubles, openDoor }, signal)
            : Promise.resolve();
        const watching = watchDoor(
          {
            api,
            settings: config,
            every: watchEvery,
            now: () => desk.clock().getTime(),
            report: async (problem) => {
              await troubles.tokenTaken();
              await troubles.webhook(problem);
            },
            failed: (error, times) => {
              if (isTokenRefused(error)) void troubles.tokenRefused();
              if (times === 1 || times % 10 === 0) {
                const problem = describeFailure(error);
                log.warn({ problem }, 'telegram: cannot look at the webhook');
              }
            },
          },
          signal,
        );
        const pictures = fetchAvatars({ desk, api, log, storage, settings: config }, signal);
        await Promise.all([receiving, watching, files.run(signal), pictures]);
      },
    );
  }

  /** Tries until it works or the bot is stopped (null). */
  async #persist<T>(what: string, work: () => Promise<T>): Promise<T | null> {
    for (let failures = 0; !this.#stop.signal.aborted; failures += 1) {
      try {
        return await work();
      } catch (error) {
        const problem = describeFailure(error);
        this.#troubles.set('connecting', problem);
        if (isTokenRefused(error)) await this.#troubles.tokenRefused();
        else if (failures === 0 || failures % 10 === 9) {
          this.deps.log.warn({ problem }, `telegram: cannot ${what}; trying again`);
        }
        const wait = Math.min(FIRST_PAUSE * 2 ** Math.min(failures, 10), LONGEST_PAUSE);
        await pause(wait, undefined, { signal: this.#stop.signal }).catch(() => undefined);
      }
    }
    return null;
  }
}
