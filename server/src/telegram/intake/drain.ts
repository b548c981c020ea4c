import { AppError } from '@tikethet/shared/errors';
import type { Logger } from 'pino';
import { SYSTEM } from '../../domain/context';
import type { Desk } from '../../domain/desk';
import {
  chatsWithWork,
  failUpdate,
  finishUpdate,
  takeUpdate,
  type WaitingUpdate,
} from '../../domain/telegram/updates';
import { WakeLoop } from '../../platform/wakeLoop';
import type { UpdateHandler } from './handleUpdate';

/** Chats handled at the same time. */
const PARALLEL = 8;
/** Chats looked up in one go. */
const LOOK_AT = 200;
/** Milliseconds: how soon updates stored by another process are found. */
const POLL = 1_000;

export interface DrainDeps {
  desk: Desk;
  log: Logger;
  botId: number;
  handler: UpdateHandler;
  /** Called when updates were handled: files may wait to be fetched. */
  onDone: () => void;
}

/**
 * Turns the ledger's updates into effects: per chat in order, one transaction each, chats side by
 * side. What fails is tried again and then put aside; only its own chat waits.
 */
export class Drain {
  readonly #loop: WakeLoop;

  constructor(private readonly deps: DrainDeps) {
    this.#loop = new WakeLoop({
      every: POLL,
      work: () => this.#round(),
      onError: (error) => deps.log.error({ err: error }, 'telegram: the ledger could not be read'),
    });
  }

  wake(): void {
    this.#loop.wake();
  }

  /** Finishes the updates at hand. */
  stop(): Promise<void> {
    return this.#loop.stop();
  }

  async #round(): Promise<void> {
    const { desk, botId } = this.deps;
    const waiting = await chatsWithWork(desk.db, botId, desk.clock(), LOOK_AT);
    if (waiting.length === LOOK_AT) this.wake();
    const next = waiting.values();
    const worker = async () => {
      for (const chatId of next) await this.#drainChat(chatId);
    };
    await Promise.all(Array.from({ length: PARALLEL }, worker));
    if (waiting.length > 0) this.deps.onDone();
  }

  async #drainChat(chatId: number): Promise<void> {
    try {
      while (!this.#loop.stopped && (await this.#drainOne(chatId)));
    } catch (error) {
      this.deps.log.error({ err: error, chatId }, 'telegram: a chat could not be drained');
    }
  }

  /** @returns whether the chat may have more */
  async #drainOne(chatId: number): Promise<boolean> {
    const { desk, botId, handler } = this.deps;
    let taken: WaitingUpdate | null = null;
    try {
      return await desk.run(SYSTEM, async (ctx) => {
        const work = await takeUpdate(ctx, botId, chatId);
        taken = work?.update ?? null;
        if (work === null) return false;
        await handler.handle(ctx, work.chat, work.update);
        await finishUpdate(ctx, botId, work.update.updateId);
        return true;
      });
    } catch (error) {
      const update = taken as WaitingUpdate | null;
      if (update === null) throw error;
      return this.#settle(chatId, update, error);
    }
  }

  /** What was done is rolled back: a refusal is answered, anything else is tried again later. */
  async #settle(chatId: number, update: WaitingUpdate, error: unknown): Promise<boolean> {
    const { desk, botId, handler, log } = this.deps;
    if (error instanceof AppError && !error.retryable) {
      try {
        return await desk.run(SYSTEM, async (ctx) => {
          const work = await takeUpdate(ctx, botId, chatId);
          if (work === null || work.update.updateId !== update.updateId) return false;
          await handler.refuse(ctx, work.chat, work.update, error.code);
          await finishUpdate(ctx, botId, update.updateId);
          return true;
        });
      } catch (second) {
        return this.#fail(update, second);
      }
    }
    log.warn({ err: error, chatId, updateId: update.updateId }, 'telegram: an update failed');
    return this.#fail(update, error);
  }

  async #fail(update: WaitingUpdate, error: unknown): Promise<boolean> {
    const { desk, botId, log } = this.deps;
    const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const parked = await desk.run(SYSTEM, (ctx) => failUpdate(ctx, botId, update, text));
    if (parked) log.error({ err: error, updateId: update.updateId }, 'telegram: update put aside');
    return parked;
  }
}
