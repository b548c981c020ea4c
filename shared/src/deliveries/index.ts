export const DELIVERY_STATES = ['QUEUED', 'SENDING', 'SENT', 'FAILED', 'UNKNOWN'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/**
 * Why a message is not in the chat (or not yet): Telegram's refusals in the desk's terms. Texts
 * live in `locales` under `deliveryReason.<code>`.
 */
export const DELIVERY_REASONS = [
  /** The customer stopped the bot. */
  'blocked_by_user',
  /** The customer has never started this bot. */
  'not_started',
  'chat_not_found',
  'user_deactivated',
  /** The group became a supergroup, and Telegram did not name it. */
  'chat_migrated',
  /** The bot was removed from the chat, or may not write there. */
  'no_rights',
  'too_long',
  'too_large',
  'bad_formatting',
  /** Telegram could not use the file. */
  'bad_file',
  'voice_forbidden',
  /** The change is about a message that does not stand in the chat. */
  'not_in_chat',
  /** Telegram no longer lets the bot change it. */
  'edit_refused',
  /** It was deleted before it was sent. */
  'deleted',
  /** Telegram wants the bot to be quiet for a while. */
  'rate_limited',
  /** Telegram answers, but not with what was asked for. */
  'telegram_down',
  'unreachable',
  /** Telegram refuses the bot's token. */
  'token_revoked',
  /** The answer did not come: it may or may not have arrived. */
  'no_answer',
  /** Its broadcast was stopped first. */
  'stopped',
  /** It was meant for a bot that the desk does not use any more. */
  'other_bot',
  /** Something else; `detail` holds Telegram's words. */
  'other',
] as const;
export type DeliveryReason = (typeof DELIVERY_REASONS)[number];

/** Whether staff may ask for it to be sent again: it ended, and is not known to have arrived. */
export function isResendable(state: DeliveryState): boolean {
  return state === 'FAILED' || state === 'UNKNOWN';
}
