import type { Api } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import type { Logger } from 'pino';
import { callApi } from '../api';
import { menuOf } from '../commandMenu';
import { COMMANDS } from '../commands';
import { botIdOf, miniAppAt, type TelegramSettings } from '../settings';
import { plain } from '../texts';
import { ALLOWED_UPDATES } from './streamOf';

/** Milliseconds for each of the calls at the start. */
const PATIENCE = 10_000;
/** The same at the end, when a person waits for the program to stop. */
const HURRY = 3_000;
/** Where the webhook is mounted, under the public address; the bot's id follows. */
const WEBHOOK_PATH = '/telegram/webhook/';

/** Where Telegram hands over this bot's updates. */
export function webhookUrl({ publicUrl, token }: TelegramSettings): string {
  return `${publicUrl}${WEBHOOK_PATH}${botIdOf(token)}`;
}

/** Who the bot is. */
export function whoAmI(api: Api): Promise<UserFromGetMe> {
  // The one method without parameters, which grammY therefore calls differently.
  return api.getMe(AbortSignal.timeout(PATIENCE) as Parameters<Api['getMe']>[0]);
}

/** Tells Telegram where updates go: to the webhook, or nowhere until they are asked for. */
export async function chooseDoor(api: Api, settings: TelegramSettings): Promise<void> {
  const { mode, webhookSecret } = settings;
  if (mode === 'polling' || webhookSecret === null) {
    await callApi(api, 'deleteWebhook', { drop_pending_updates: false }, PATIENCE);
    return;
  }
  const params = {
    url: webhookUrl(settings),
    secret_token: webhookSecret,
    allowed_updates: ALLOWED_UPDATES,
  };
  await callApi(api, 'setWebhook', params, PATIENCE);
}

/** Undoes what leads people and Telegram to an address that ends now; no update is dropped. */
export async function takeBack(api: Api, settings: TelegramSettings): Promise<void> {
  if (settings.mode === 'webhook') {
    await callApi(api, 'deleteWebhook', { drop_pending_updates: false }, HURRY);
  }
  await callApi(api, 'setChatMenuButton', { menu_button: { type: 'commands' } }, HURRY);
}

/** The command menu in both languages, and the button that opens the Mini App. */
export async function furnish(api: Api, settings: TelegramSettings, log: Logger): Promise<void> {
  const scope = { type: 'all_private_chats' };
  const customer = { role: 'USER', permissions: [] } as const;
  const english = menuOf(COMMANDS, 'en', customer);
  const russian = menuOf(COMMANDS, 'ru', customer);
  await callApi(api, 'setMyCommands', { commands: english, scope }, PATIENCE);
  const inRussian = { commands: russian, scope, language_code: 'ru' };
  await callApi(api, 'setMyCommands', inRussian, PATIENCE);
  const url = miniAppAt(settings);
  if (url === null) {
    log.warn(
      { publicUrl: settings.publicUrl },
      'telegram: no Mini App button, Telegram opens https addresses only; set PUBLIC_URL to one',
    );
    await callApi(api, 'setChatMenuButton', { menu_button: { type: 'commands' } }, PATIENCE);
    return;
  }
  // One button for everybody, in the language of most; others get their own when they start.
  const text = plain('ru', 'menuButton');
  const button = { type: 'web_app', text, web_app: { url } };
  await callApi(api, 'setChatMenuButton', { menu_button: button }, PATIENCE);
}
