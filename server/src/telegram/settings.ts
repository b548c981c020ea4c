/** What the bot needs of the configuration. */
export interface TelegramSettings {
  token: string;
  /** Address of the Bot API server, without a trailing slash. */
  apiRoot: string;
  mode: 'polling' | 'webhook';
  /** null when polling. */
  webhookSecret: string | null;
  /** Where people reach the server, without a trailing slash. */
  publicUrl: string;
  /** Address of the Mini App. */
  miniAppUrl: string;
  /** Address of the console in a browser, where there is one. */
  consoleUrl: string | null;
  /** Telegram ids that become DEVELOPER at their first contact. */
  ownerIds: readonly number[];
  /** The public address ends with this process: webhook and button are taken back then. */
  temporaryUrl: boolean;
  /** The sandbox plays Telegram. */
  demo: boolean;
  /** Multiplies what a customer may do within a time; 0: without limits. */
  limitFactor: number;
}

/** The bot's id is the part of its token before the colon. */
export function botIdOf(token: string): number {
  return Number(token.split(':')[0]);
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}

/** Telegram opens only https addresses; the sandbox also those of this computer. */
function mayOpen(settings: TelegramSettings, address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (settings.demo && isLoopback(hostname));
}

/**
 * The Mini App's address for a button, or null when Telegram would refuse it.
 * @param startParam where it opens: `t1042`, `new_<slug>`
 */
export function miniAppAt(settings: TelegramSettings, startParam?: string): string | null {
  if (!mayOpen(settings, settings.miniAppUrl)) return null;
  const url = new URL(settings.miniAppUrl);
  if (startParam !== undefined) url.searchParams.set('tgWebAppStartParam', startParam);
  return url.href;
}

/** The console's address for a link button, or null when Telegram would refuse it. */
export function consoleHome(settings: TelegramSettings): string | null {
  const { consoleUrl } = settings;
  return consoleUrl === null || !mayOpen(settings, consoleUrl) ? null : consoleUrl;
}

/** The console's address of a ticket for a link button, or null when Telegram would refuse it. */
export function consoleAt(settings: TelegramSettings, ticketId: string): string | null {
  const home = consoleHome(settings);
  return home === null ? null : `${home}#/inbox/active/${ticketId}`;
}
