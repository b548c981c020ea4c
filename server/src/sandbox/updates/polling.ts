import { z } from 'zod';
import { badRequest, TelegramApiError } from '../botApi/apiError';
import type { Params } from '../botApi/params';
import type { Store } from '../state/store';
import type { TgUpdate } from '../types';

const maxWaitSeconds = 50;

interface Waiter {
  answer: (updates: TgUpdate[]) => void;
  refuse: (error: TelegramApiError) => void;
}

/**
 * Long polling with Telegram's rules: an update is forgotten only when a later call passes a higher
 * offset; a newer getUpdates ends the older one with 409; a webhook excludes polling.
 */
export class Polling {
  private waiter: Waiter | null = null;

  constructor(private readonly store: Store) {
    store.events.on('record', (record: { k: string }) => {
      if (record.k === 'update') this.wake();
    });
  }

  /** Answers at once when updates are pending, else when one comes, `timeout` passes or `gone` fires. */
  async getUpdates(params: Params, gone: AbortSignal): Promise<TgUpdate[]> {
    if (this.store.bot.webhook !== null)
      throw new TelegramApiError(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    this.interrupt(
      'terminated by other getUpdates request; make sure that only one bot instance is running',
    );
    saveAllowedUpdates(this.store, params);
    const limit = Math.min(100, Math.max(1, params.int('limit') ?? 100));
    this.confirm(params.int('offset') ?? 0);
    const seconds = Math.min(maxWaitSeconds, Math.max(0, params.int('timeout') ?? 0));
    if (this.store.pending.size > 0 || seconds === 0) return this.take(limit);
    return await new Promise<TgUpdate[]>((resolve, reject) => {
      const finish = () => {
        clearTimeout(timer);
        if (this.waiter === waiter) this.waiter = null;
      };
      const waiter: Waiter = {
        answer: () => {
          finish();
          resolve(this.take(limit));
        },
        refuse: (error) => {
          finish();
          reject(error);
        },
      };
      const timer = setTimeout(() => waiter.answer([]), seconds * 1000);
      gone.addEventListener('abort', () => waiter.answer([]), { once: true });
      this.waiter = waiter;
    });
  }

  /** Ends a waiting getUpdates with 409. */
  interrupt(reason: string): void {
    this.waiter?.refuse(new TelegramApiError(409, `Conflict: ${reason}`));
  }

  /** Ends a waiting getUpdates with an empty answer. */
  close(): void {
    this.waiter?.answer([]);
  }

  private wake(): void {
    // All records of one commit are applied before the first is announced, so albums come whole.
    this.waiter?.answer([]);
  }

  private take(limit: number): TgUpdate[] {
    return [...this.store.pending.values()].slice(0, limit);
  }

  /** A negative offset counts from the end; everything before it is forgotten. */
  private confirm(offset: number): void {
    const ids = [...this.store.pending.keys()];
    const forgotten =
      offset < 0 ? ids.slice(0, Math.max(0, ids.length + offset)) : ids.filter((id) => id < offset);
    if (forgotten.length > 0) this.store.commit({ k: 'forget', v: forgotten });
  }
}

/** `allowed_updates`: absent keeps what was set before, an empty list means the default set. */
export function saveAllowedUpdates(store: Store, params: Params): void {
  const value = params.json('allowed_updates');
  if (value === undefined) return;
  const parsed = z.array(z.string()).safeParse(value);
  if (!parsed.success) throw badRequest("can't parse allowed_updates JSON object");
  const allowedUpdates = parsed.data.length === 0 ? null : parsed.data;
  if (JSON.stringify(allowedUpdates) === JSON.stringify(store.bot.allowedUpdates)) return;
  store.commit({ k: 'bot', v: { ...store.bot, allowedUpdates } });
}
