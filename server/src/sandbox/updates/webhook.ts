import { badRequest } from '../botApi/apiError';
import type { Params } from '../botApi/params';
import type { Store } from '../state/store';
import type { TgUpdate } from '../types';
import { saveAllowedUpdates } from './polling';

const answerTimeoutMs = 30_000;
const maxRetryMs = 60_000;

/**
 * Delivers pending updates to the bot's webhook: in order within a chat, chats side by side, at most
 * `max_connections` at once, each repeated with growing pauses until it is answered with 2xx.
 */
export class Webhook {
  /** Chats that have a delivery under way or wait for their next attempt. */
  private readonly busy = new Set<number>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly flights = new Set<AbortController>();
  private readonly failures = new Map<number, number>();

  constructor(
    private readonly store: Store,
    private readonly firstRetryMs: number,
  ) {
    store.events.on('record', (record: { k: string }) => {
      if (record.k === 'update') this.deliver();
    });
    this.deliver();
  }

  set(params: Params): true {
    const url = params.text('url') ?? '';
    if (url === '') return this.remove(params);
    checkUrl(url);
    const secretToken = params.text('secret_token');
    if (secretToken !== undefined && !/^[A-Za-z0-9_-]{1,256}$/.test(secretToken))
      throw badRequest('secret token contains unallowed characters');
    this.stop();
    saveAllowedUpdates(this.store, params);
    this.dropIfAsked(params);
    const maxConnections = Math.min(100, Math.max(1, params.int('max_connections') ?? 40));
    this.store.commit({
      k: 'bot',
      v: { ...this.store.bot, webhook: { url, secretToken, maxConnections } },
    });
    this.deliver();
    return true;
  }

  remove(params: Params): true {
    this.stop();
    this.store.commit({ k: 'bot', v: { ...this.store.bot, webhook: null } });
    this.dropIfAsked(params);
    return true;
  }

  info() {
    const { webhook, allowedUpdates } = this.store.bot;
    return {
      url: webhook?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: this.store.pending.size,
      ...(webhook === null ? {} : { max_connections: webhook.maxConnections }),
      ...(webhook?.lastErrorDate === undefined
        ? {}
        : { last_error_date: webhook.lastErrorDate, last_error_message: webhook.lastErrorMessage }),
      ...(allowedUpdates === null ? {} : { allowed_updates: allowedUpdates }),
    };
  }

  /** Cuts deliveries under way and forgets waits; what was not answered stays pending. */
  stop(): void {
    for (const timer of this.timers) clearTimeout(timer);
    for (const flight of this.flights) flight.abort();
    this.timers.clear();
    this.flights.clear();
    this.busy.clear();
    this.failures.clear();
  }

  private deliver(): void {
    const { webhook } = this.store.bot;
    if (webhook === null) return;
    for (const update of this.store.pending.values()) {
      if (this.flights.size >= webhook.maxConnections) return;
      const chatId = chatOf(update);
      if (this.busy.has(chatId)) continue;
      this.busy.add(chatId);
      void this.attempt(update, chatId);
    }
  }

  private async attempt(update: TgUpdate, chatId: number): Promise<void> {
    const flight = new AbortController();
    this.flights.add(flight);
    const failure = await this.post(update, flight);
    if (!this.flights.delete(flight)) return;
    if (failure === null) {
      this.failures.delete(chatId);
      this.store.commit({ k: 'forget', v: [update.update_id] });
      this.busy.delete(chatId);
      this.deliver();
      return;
    }
    this.noteFailure(failure);
    const count = this.failures.get(chatId) ?? 0;
    this.failures.set(chatId, count + 1);
    const timer = setTimeout(
      () => {
        this.timers.delete(timer);
        this.busy.delete(chatId);
        this.deliver();
      },
      Math.min(maxRetryMs, this.firstRetryMs * 2 ** count),
    );
    this.timers.add(timer);
  }

  /** null when the webhook took the update, else Telegram's words for the failure. */
  private async post(update: TgUpdate, flight: AbortController): Promise<string | null> {
    const { webhook } = this.store.bot;
    if (webhook === null) return 'Webhook was removed';
    const secret =
      webhook.secretToken === undefined
        ? {}
        : { 'x-telegram-bot-api-secret-token': webhook.secretToken };
    try {
      const response = await fetch(webhook.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...secret },
        body: JSON.stringify(update),
        redirect: 'manual',
        signal: AbortSignal.any([flight.signal, AbortSignal.timeout(answerTimeoutMs)]),
      });
      await response.arrayBuffer();
      return response.ok
        ? null
        : `Wrong response from the webhook: ${response.status} ${response.statusText}`;
    } catch (error) {
      const timedOut = error instanceof Error && error.name === 'TimeoutError';
      return timedOut ? 'Read timeout expired' : 'Connection refused';
    }
  }

  private noteFailure(lastErrorMessage: string): void {
    const { webhook } = this.store.bot;
    if (webhook === null) return;
    const noted = { ...webhook, lastErrorDate: this.store.seconds(), lastErrorMessage };
    this.store.commit({ k: 'bot', v: { ...this.store.bot, webhook: noted } });
  }

  private dropIfAsked(params: Params): void {
    if (params.flag('drop_pending_updates') && this.store.pending.size > 0)
      this.store.commit({ k: 'forget', v: [...this.store.pending.keys()] });
  }
}

function chatOf(update: TgUpdate): number {
  return (
    update.message?.chat.id ??
    update.edited_message?.chat.id ??
    update.callback_query?.from.id ??
    update.my_chat_member?.chat.id ??
    update.message_reaction?.chat.id ??
    0
  );
}

/** Telegram wants https on port 443, 80, 88 or 8443; plain http is let through to this machine only. */
function checkUrl(text: string): void {
  if (!URL.canParse(text)) throw badRequest('bad webhook: invalid URL');
  const url = new URL(text);
  if (['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)) return;
  if (url.protocol !== 'https:')
    throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
  if (!['', '443', '80', '88', '8443'].includes(url.port))
    throw badRequest('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443');
}
