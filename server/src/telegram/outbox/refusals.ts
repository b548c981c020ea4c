import type { DeliveryReason } from '@tikethet/shared/deliveries';

/**
 * Telegram's refusals by their words; its codes alone (400, 403) say too little. Collected from the
 * Bot API server's sources and from what bots in the field report. The first that fits counts.
 */
const REFUSALS: readonly (readonly [RegExp, DeliveryReason])[] = [
  [/bot was blocked by the user/i, 'blocked_by_user'],
  [/user is deactivated|INPUT_USER_DEACTIVATED/i, 'user_deactivated'],
  [/can't initiate conversation/i, 'not_started'],
  [/upgraded to a supergroup|GROUP_MIGRATED/i, 'chat_migrated'],
  [
    /bot was kicked|bot is not a member|not enough rights|have no rights|CHAT_WRITE_FORBIDDEN|CHAT_RESTRICTED|TOPIC_CLOSED/i,
    'no_rights',
  ],
  [/chat not found|user not found|PEER_ID_INVALID|CHAT_ID_INVALID/i, 'chat_not_found'],
  [/voice_messages_forbidden|user restricted receiving of (voice|video note)/i, 'voice_forbidden'],
  [/(message|caption) is too long|(MESSAGE|CAPTION)_TOO_LONG/i, 'too_long'],
  [/entity too large|file is too big|FILE_PARTS_INVALID|too much data/i, 'too_large'],
  [/can't parse entities|ENTITY_[A-Z_]*INVALID|ENTITIES_TOO_LONG/i, 'bad_formatting'],
  [
    /can't be edited|can't be deleted|message to edit not found|MESSAGE_ID_INVALID/i,
    'edit_refused',
  ],
  [
    /wrong file|invalid file|PHOTO_|IMAGE_PROCESS_FAILED|VIDEO_|MEDIA_(EMPTY|INVALID)|file must be non-empty|wrong type of/i,
    'bad_file',
  ],
];

/** What a refusal of Telegram means. @param description Telegram's words */
export function reasonOfRefusal(code: number, description: string): DeliveryReason {
  const known = REFUSALS.find(([words]) => words.test(description));
  if (known !== undefined) return known[1];
  return code === 413 ? 'too_large' : 'other';
}
