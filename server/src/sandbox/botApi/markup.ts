import { z } from 'zod';
import type { MenuButton, TgInlineKeyboard, TgReplyKeyboard } from '../types';
import type { World } from '../world';
import { badRequest } from './apiError';
import type { Params } from './params';

const inlineButton = z.object({
  text: z.string(),
  url: z.string().optional(),
  callback_data: z.string().optional(),
  web_app: z.object({ url: z.string() }).optional(),
  copy_text: z.object({ text: z.string().min(1).max(256) }).optional(),
});
const replyButton = z.union([
  z.string().transform((text) => ({ text })),
  z.object({
    text: z.string(),
    request_contact: z.boolean().optional(),
    request_location: z.boolean().optional(),
    web_app: z.object({ url: z.string() }).optional(),
  }),
]);
const replyKeyboard = z.object({
  keyboard: z.array(z.array(replyButton)),
  is_persistent: z.boolean().optional(),
  resize_keyboard: z.boolean().optional(),
  one_time_keyboard: z.boolean().optional(),
  input_field_placeholder: z.string().max(64).optional(),
});

const maxCallbackBytes = 64;
const maxButtons = 100;

export type ReplyMarkup =
  | { kind: 'inline'; markup: TgInlineKeyboard }
  | { kind: 'keyboard'; markup: TgReplyKeyboard }
  | { kind: 'remove' }
  | { kind: 'force' };

/** Reads and checks `reply_markup`; undefined when absent. */
export function readMarkup(world: World, params: Params): ReplyMarkup | undefined {
  const value = params.json('reply_markup');
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'object' || Array.isArray(value))
    throw badRequest('object expected as reply markup');
  if ('inline_keyboard' in value) return { kind: 'inline', markup: readInline(world, value) };
  if ('keyboard' in value) {
    const parsed = replyKeyboard.safeParse(value);
    if (!parsed.success) throw badRequest("can't parse keyboard button: wrong keyboard shape");
    const buttons = parsed.data.keyboard.flat();
    if (buttons.length === 0) throw badRequest('REPLY_MARKUP_INVALID');
    for (const button of buttons) {
      if (button.text.trim() === '') throw badRequest('keyboard button text must be non-empty');
      if ('web_app' in button && button.web_app !== undefined)
        checkWebApp(world, button.web_app.url, 'keyboard button');
    }
    return { kind: 'keyboard', markup: parsed.data };
  }
  if ('remove_keyboard' in value) return { kind: 'remove' };
  if ('force_reply' in value) return { kind: 'force' };
  throw badRequest("can't parse reply keyboard markup JSON object");
}

/** The inline keyboard of an edit; other kinds of markup cannot be edited in. */
export function readInlineMarkup(world: World, params: Params): TgInlineKeyboard | undefined {
  const markup = readMarkup(world, params);
  if (markup === undefined) return undefined;
  if (markup.kind !== 'inline') throw badRequest('inline keyboard expected');
  return markup.markup.inline_keyboard.flat().length === 0 ? undefined : markup.markup;
}

function readInline(world: World, value: object): TgInlineKeyboard {
  const rows = z.object({ inline_keyboard: z.array(z.array(z.unknown())) }).safeParse(value);
  if (!rows.success)
    throw badRequest(
      'can\'t parse inline keyboard: field "inline_keyboard" must be an Array of Arrays',
    );
  const keyboard = rows.data.inline_keyboard
    .map((row) => row.map((raw) => readInlineButton(world, raw)))
    .filter((row) => row.length > 0);
  if (keyboard.flat().length > maxButtons) throw badRequest('REPLY_MARKUP_TOO_LONG');
  return { inline_keyboard: keyboard };
}

function readInlineButton(world: World, raw: unknown) {
  const parsed = inlineButton.safeParse(raw);
  if (!parsed.success) throw badRequest("can't parse inline keyboard button: wrong button shape");
  const button = parsed.data;
  if (button.text.trim() === '') throw badRequest('inline keyboard button text must be non-empty');
  if (button.url !== undefined) checkLink(world, button.url);
  else if (button.callback_data !== undefined) {
    const size = Buffer.byteLength(button.callback_data, 'utf8');
    if (size < 1 || size > maxCallbackBytes) throw badRequest('BUTTON_DATA_INVALID');
  } else if (button.web_app !== undefined)
    checkWebApp(world, button.web_app.url, 'inline keyboard button');
  else if (button.copy_text === undefined)
    throw badRequest(
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    );
  return button;
}

/** Reads `menu_button` of setChatMenuButton. */
export function readMenuButton(world: World, params: Params): MenuButton {
  const value = params.json('menu_button');
  if (value === undefined) return { type: 'default' };
  const parsed = z
    .object({
      type: z.enum(['default', 'commands', 'web_app']),
      text: z.string().optional(),
      web_app: z.object({ url: z.string() }).optional(),
    })
    .safeParse(value);
  if (!parsed.success) throw badRequest("can't parse menu button: unsupported type specified");
  const { type, text, web_app: app } = parsed.data;
  if (type !== 'web_app') return { type };
  if (app === undefined || text === undefined || text.trim() === '')
    throw badRequest("can't parse menu button: web_app and text must be specified");
  checkWebApp(world, app.url, 'menu button');
  return { type, text, web_app: app };
}

/**
 * Telegram opens Mini Apps over https only. The demo has no certificate, so plain http to this
 * machine is let through unless `strictWebApps` is set.
 */
function checkWebApp(world: World, url: string, place: string): void {
  const parsed = parseUrl(url);
  if (parsed?.protocol === 'https:' && parsed.hostname.includes('.')) return;
  if (!world.strictWebApps && parsed !== undefined && isLocal(parsed)) return;
  throw badRequest(`${place} Web App URL '${url}' is invalid: Only HTTPS links are allowed`);
}

function checkLink(world: World, url: string): void {
  const parsed = parseUrl(url) ?? parseUrl(`http://${url}`);
  if (parsed?.protocol === 'tg:') return;
  const web = parsed?.protocol === 'http:' || parsed?.protocol === 'https:';
  if (parsed !== undefined && web) {
    if (parsed.hostname.includes('.') && !isLocal(parsed)) return;
    if (!world.strictWebApps && isLocal(parsed)) return;
  }
  throw badRequest(`inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`);
}

function isLocal(url: URL): boolean {
  return (
    ['http:', 'https:'].includes(url.protocol) &&
    ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
  );
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
