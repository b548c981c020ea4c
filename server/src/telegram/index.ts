import { setTimeout as pause } from 'node:timers/promises';
import type { Router } from 'express';
import type { Api } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { SYSTEM, type Wake } from '../domain/context';
import type { Desk } from '../domain/desk';
import { registerBot } from '../domain/telegram/bots';
import type { FileStore } from '../storage/fileStore';
import { createApi, describeFailure } from './api';
import { FileFetcher } from './files';
import { Drain } from './intake/drain';
import { UpdateHandler } from './intake/handleUpdate';
import { poll } from './intake/poller';
import { chooseDoor, furnish, whoAmI } from './intake/setUp';
import { webhookRouter } from './intake/webhook';
import { whileLeader } from './leader';
import { Sender } from './outbox/sender';
import { botIdOf, type TelegramSettings } from './settings';

export type { TelegramSettings } from './settings';

export interface TelegramDeps {
  desk: Desk;
  db: Knex;
  log: Logger;
  storage: FileStore;
  config: TelegramSettings;
}

export interface Telegram {
  /** Somebody left updates or deliveries to pick up. */
  wake(kind: Exclude<Wake, 'feed'>): void;
  /** Whether Telegram answers. */
  health(): Promise<boolean>;
  /** Finishes what is on its way. */
  stop(): Promise<void>;
}

/** Milliseconds before the second try to reach Telegram; doubles up to the longest. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;

/** The webhook's door, to be mounted at `/telegram`. */
export function telegramWebhook({ desk, config }: Pick<TelegramDeps, 'desk' | 'config'>): Router {
  return webhookRouter(desk, config);
}

/** Starts the bot. Telegram may be out of reach: it goes on in the background until it is there. */
export async function startTelegram(deps: TelegramDeps): Promise<Telegram> {
  const bot = new RunningBot(deps);
  await bot.start();
  return bot;
}

class RunningBot implements Telegram {
  readonly #api: Api;
  readonly #botId: number;
  readonly #sender: Sender;
  readonly #stop = new AbortController();
  readonly #background: Promise<void>[] = [];
  #files: FileFetcher | null = null;
  #drain: Drain | null = null;
  #problem: string | null = 'not reached yet';

  constructor(private readonly deps: TelegramDeps) {
    const { desk, log, storage, config } = deps;
    this.#api = createApi(config);
    this.#botId = botIdOf(config.token);
    this.#sender = new Sender({
      desk,
      api: this.#api,
      log,
      botId: this.#botId,
      storage,
      settings: config,
      onTokenRefused: () => {
        this.#problem = 'the token is refused';
      },
    });
  }

  async start(): Promise<void> {
    const { desk } = this.deps;
    await desk.run(SYSTEM, (ctx) => registerBot(ctx, this.#botId));
    this.#sender.wake();
    this.#background.push(this.#connect());
  }

  wake(kind: Exclude<Wake, 'feed'>): void {
    if (kind === 'deliveries') this.#sender.wake();
    else this.#drain?.wake();
  }

  health(): Promise<boolean> {
    return Promise.resolve(this.#problem === null);
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    // Connecting may still begin more.
    for (const work of this.#background) await work;
    await this.#drain?.stop();
    await this.#sender.stop();
  }

  /** Updates wait in the ledger until the bot knows its own name, which commands are read with. */
  async #connect(): Promise<void> {
    const me = await this.#persist('reach Telegram', () => whoAmI(this.#api));
    if (me === null) return;
    const { desk, log, config } = this.deps;
    await this.#persist('keep the name of the bot', () =>
      desk.run(SYSTEM, (ctx) => registerBot(ctx, this.#botId, me.username)),
    );
    this.#beginDraining(me);
    await this.#persist('choose how updates come', () => chooseDoor(this.#api, config));
    this.#problem = null;
    this.#background.push(this.#leadAsOne());
    await this.#persist('set up the menu', () => furnish(this.#api, config, log));
  }

  #beginDraining(me: UserFromGetMe): void {
    const { desk, log, config } = this.deps;
    if (this.#stop.signal.aborted) return;
    const handler = new UpdateHandler(config, me, this.#api);
    this.#drain = new Drain({
      desk,
      log,
      botId: this.#botId,
      handler,
      onDone: () => this.#files?.wake(),
    });
    this.#drain.wake();
  }

  /** What only one process may do: ask for updates, fetch files. */
  #leadAsOne(): Promise<void> {
    const { desk, db, log, storage, config } = this.deps;
    const botId = this.#botId;
    const files = new FileFetcher({ desk, api: this.#api, log, storage, settings: config });
    this.#files = files;
    return whileLeader(
      { db, log },
      `tikethet:telegram:${botId}`,
      this.#stop.signal,
      async (signal) => {
        const report = (problem: string | null) => {
          this.#problem = problem;
        };
        const receiving =
          config.mode === 'polling'
            ? poll({ desk, api: this.#api, log, botId, report }, signal)
            : Promise.resolve();
        await Promise.all([receiving, files.run(signal)]);
      },
    );
  }

  /** Tries until it works or the bot is stopped (null). */
  async #persist<T>(what: string, work: () => Promise<T>): Promise<T | null> {
    for (let failures = 0; !this.#stop.signal.aborted; failures += 1) {
      try {
        return await work();
      } catch (error) {
        this.#problem = describeFailure(error);
        if (failures === 0 || failures % 10 === 9) {
          this.deps.log.warn({ problem: this.#problem }, `telegram: cannot ${what}; trying again`);
        }
        const wait = Math.min(FIRST_PAUSE * 2 ** Math.min(failures, 10), LONGEST_PAUSE);
        await pause(wait, undefined, { signal: this.#stop.signal }).catch(() => undefined);
      }
    }
    return null;
  }
}
