import type { Router } from 'express';
import { CallLog } from './botApi/callLog';
import { Faults } from './botApi/faults';
import { createBotApiRouter } from './botApi/router';
import { SandboxControl } from './control/control';
import { createPageRouter } from './pageApi/router';
import { Store } from './state/store';
import type { SandboxPerson } from './types';
import { Polling } from './updates/polling';
import { Webhook } from './updates/webhook';
import type { World } from './world';

export interface SandboxOptions {
  /** `<digits>:<35 characters>`; the secret of initData is derived from it as Telegram does. */
  botToken: string;
  /** Without the @. */
  botUsername: string;
  /** The bot's name as people see it. */
  botName?: string;
  /** Folder for the journal and files; null keeps everything in memory. */
  dir: string | null;
  /** Accounts that exist from the start; people already in the journal are updated from it. */
  people: SandboxPerson[];
  /** Refuse plain http for Mini Apps and buttons even on this machine, as Telegram does. */
  strictWebApps?: boolean;
  /** First pause before a failed webhook delivery is repeated; doubles up to a minute. */
  webhookRetryMs?: number;
  /** Folder of the built chat page; the default is where `npm run build:sandbox` puts it. */
  pageDir?: string;
  /** Clock in Unix milliseconds. */
  now?: () => number;
}

/** A local Telegram: Bot API, a chat page for people, and control for tests. */
export class Sandbox {
  /** Serves `/bot<token>/<method>` and `/file/bot<token>/<path>`; mount anywhere. */
  readonly botApi: Router;
  /** The chat page and its own API; mount anywhere. */
  readonly page: Router;
  readonly control: SandboxControl;
  private readonly store: Store;
  private readonly polling: Polling;
  private readonly webhook: Webhook;

  constructor(options: SandboxOptions) {
    this.store = new Store(options.dir, options.now ?? Date.now);
    for (const person of options.people) this.store.commit({ k: 'person', v: person });
    const world: World = {
      store: this.store,
      botToken: options.botToken,
      strictWebApps: options.strictWebApps ?? false,
      bot: {
        id: Number(options.botToken.split(':')[0]),
        is_bot: true,
        first_name: options.botName ?? 'TiketHet',
        username: options.botUsername,
      },
    };
    const faults = new Faults();
    const calls = new CallLog();
    this.polling = new Polling(this.store);
    this.webhook = new Webhook(this.store, options.webhookRetryMs ?? 1_000);
    this.control = new SandboxControl(world, faults, calls);
    this.botApi = createBotApiRouter({
      world,
      polling: this.polling,
      webhook: this.webhook,
      faults,
      calls,
    });
    this.page = createPageRouter({ world, control: this.control, pageDir: options.pageDir });
  }

  /** Ends waiting calls and deliveries and closes the journal. */
  async close(): Promise<void> {
    this.polling.close();
    this.webhook.stop();
    this.store.events.emit('close');
    this.store.close();
    await Promise.resolve();
  }
}
