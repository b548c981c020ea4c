import type { Router } from 'express';
import type { Wake } from '../domain/context';
import { webhookRouter } from './intake/webhook';
import { RunningBot, type TelegramDeps } from './runningBot';
import type { TelegramSettings } from './settings';

export type { TelegramDeps } from './runningBot';
export type { TelegramSettings } from './settings';

export interface Telegram {
  /** Somebody left updates or deliveries to pick up. */
  wake(kind: Exclude<Wake, 'feed'>): void;
  /** Whether Telegram answers. */
  health(): Promise<boolean>;
  /**
   * Goes on with other settings: another token, mode, address. What is on its way is finished first;
   * updates wait at Telegram meanwhile. When the new bot cannot be started, the old one goes on.
   */
  change(settings: TelegramSettings): Promise<void>;
  /** Finishes what is on its way. */
  stop(): Promise<void>;
}

/** The webhook's door, to be mounted at `/telegram`. @param settings as they are now */
export function telegramWebhook(
  { desk }: Pick<TelegramDeps, 'desk'>,
  settings: () => TelegramSettings,
): Router {
  return webhookRouter(desk, settings);
}

/** Starts the bot. Telegram may be out of reach: it goes on in the background until it is there. */
export async function startTelegram(deps: TelegramDeps): Promise<Telegram> {
  const bot = new ChangeableBot(deps);
  await bot.start();
  return bot;
}

class ChangeableBot implements Telegram {
  #running: RunningBot;
  #settings: TelegramSettings;
  /** Changes and the stop come one after another. */
  #turn: Promise<void> = Promise.resolve();

  constructor(private readonly deps: TelegramDeps) {
    this.#settings = deps.config;
    this.#running = new RunningBot(deps);
  }

  start(): Promise<void> {
    return this.#running.start();
  }

  wake(kind: Exclude<Wake, 'feed'>): void {
    this.#running.wake(kind);
  }

  health(): Promise<boolean> {
    return Promise.resolve(this.#running.isHealthy());
  }

  change(settings: TelegramSettings): Promise<void> {
    return this.#inTurn(async () => {
      await this.#running.stop();
      try {
        await this.#begin(settings);
        this.#settings = settings;
      } catch (error) {
        await this.#begin(this.#settings);
        throw error;
      }
    });
  }

  stop(): Promise<void> {
    return this.#inTurn(() => this.#running.stop());
  }

  async #begin(settings: TelegramSettings): Promise<void> {
    this.#running = new RunningBot({ ...this.deps, config: settings });
    await this.#running.start();
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}
