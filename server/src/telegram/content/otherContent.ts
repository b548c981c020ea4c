import type { MessageExtra, OtherContent } from '@tikethet/shared/contracts';
import { LIMITS } from '@tikethet/shared/tickets';
import type { Message } from 'grammy/types';
import { findFile, type TelegramFile } from './fileOf';

/** What can only be named: content of Telegram that a desk has no picture of. */
export interface Other {
  text: string;
  extra: MessageExtra;
  file: TelegramFile | null;
}

function named(other: OtherContent, text = '', extra: MessageExtra = {}): Other {
  return { text, extra: { other, ...extra }, file: null };
}

/** Content that is neither text nor a file. */
export function readOther(message: Message): Other | null {
  const { poll, dice, story, game, invoice, checklist, giveaway } = message;
  if (dice) return named('DICE', `${dice.emoji} ${dice.value}`, { emoji: dice.emoji });
  if (poll) {
    const options = poll.options.map((option) => `• ${option.text}`);
    return named('POLL', [poll.question, ...options].join('\n'));
  }
  if (checklist) {
    const tasks = checklist.tasks.map((task) =>
      task.completion_date === undefined ? `☐ ${task.text}` : `☑ ${task.text}`,
    );
    return named('CHECKLIST', [checklist.title, ...tasks].join('\n'));
  }
  if (game) return named('GAME', [game.title, game.description].filter(Boolean).join('\n'));
  if (invoice) return named('INVOICE', [invoice.title, invoice.description].join('\n'));
  if (giveaway) return named('GIVEAWAY', giveaway.prize_description);
  const { paid_media: paid } = message;
  if (paid) return { ...named('PAID_MEDIA'), file: findFile(paid) };
  if (story) return named('STORY', story.chat.username ? storyAddress(story) : '');
  return null;
}

function storyAddress({ chat, id }: NonNullable<Message['story']>): string {
  return `https://t.me/${chat.username}/s/${id}`;
}

/** What every message may have; what stands beside it is its content. */
const AROUND = new Set([
  ...['message_id', 'message_thread_id', 'from', 'sender_chat', 'sender_boost_count', 'date'],
  ...[
    'sender_business_bot',
    'business_connection_id',
    'chat',
    'forward_origin',
    'is_topic_message',
  ],
  ...['is_automatic_forward', 'reply_to_message', 'external_reply', 'quote', 'reply_to_story'],
  ...['reply_to_checklist_task_id', 'via_bot', 'edit_date', 'has_protected_content'],
  ...['is_from_offline', 'is_paid_post', 'media_group_id', 'author_signature', 'reply_markup'],
  ...['paid_star_count', 'link_preview_options', 'effect_id', 'show_caption_above_media'],
  ...['has_media_spoiler', 'caption', 'caption_entities', 'forward_from', 'forward_date'],
  ...['forward_from_chat', 'forward_from_message_id', 'forward_sender_name', 'forward_signature'],
  ...['direct_messages_topic', 'suggested_post_info', 'sender_tag', 'guest_query_id'],
  ...['receiver_user', 'ephemeral_message_id', 'reply_to_poll_option_id'],
  ...['guest_bot_caller_user', 'guest_bot_caller_chat'],
]);

/** Telegram's own notices: nobody has said anything. */
const NOTICE = new RegExp(
  `^(${[
    'new_chat_|left_chat_|delete_chat_|group_chat_|supergroup_|channel_chat_|community_chat_',
    'chat_(owner_|background|shared)|users?_shared|migrate_|pinned_|message_auto_delete|managed_bot',
    'successful_payment|refunded_payment|connected_website|write_access|passport_|proximity_',
    'boost_|forum_topic_|general_forum_|giveaway_(created|completed|winners)|suggested_post_',
    'checklist_tasks_|poll_option_|(direct|paid)_message_price|video_chat_|voice_chat_|web_app_data',
    'gift|unique_gift',
  ].join('|')})`,
);

/** Texts that people read, wherever an unknown message keeps them. */
const READABLE = /^(text|title|question|description|caption)$/;
const MOST_TEXTS = 200;
const DEPTH = 12;

function textsOf(value: unknown, depth = DEPTH): string[] {
  if (typeof value !== 'object' || value === null || depth === 0) return [];
  return Object.entries(value).flatMap(([name, inside]: [string, unknown]) =>
    typeof inside === 'string' && READABLE.test(name) ? [inside] : textsOf(inside, depth - 1),
  );
}

/** Content that Telegram invented after this was written: its texts and its file are kept. */
export function readUnknown(message: Message): Other | null {
  const [content] = Object.entries(message).filter(([name]) => !AROUND.has(name));
  if (content === undefined || NOTICE.test(content[0])) return null;
  const text = textsOf(content[1]).slice(0, MOST_TEXTS).join('\n').slice(0, LIMITS.content);
  return { ...named('UNKNOWN', text), file: findFile(content[1]) };
}
