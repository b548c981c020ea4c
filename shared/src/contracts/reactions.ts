import { z } from 'zod';
import { id } from './common';

/** Emoji that Telegram lets a bot react with (ReactionTypeEmoji of the Bot API). */
export const REACTIONS = [
  ...[
    '👍',
    '❤',
    '🔥',
    '🎉',
    '🙏',
    '👏',
    '😁',
    '🤔',
    '👌',
    '👎',
    '💯',
    '😢',
    '🥰',
    '🤩',
    '🤝',
    '✍',
  ],
  ...[
    '👀',
    '🫡',
    '⚡',
    '🏆',
    '😍',
    '🤗',
    '😎',
    '🤣',
    '😱',
    '🤯',
    '😭',
    '😴',
    '🥱',
    '🤨',
    '😐',
    '💔',
  ],
  ...[
    '🤬',
    '🤮',
    '💩',
    '🕊',
    '🤡',
    '🥴',
    '🐳',
    '❤‍🔥',
    '🌚',
    '🌭',
    '🍌',
    '🍓',
    '🍾',
    '💋',
    '🖕',
    '😈',
  ],
  ...[
    '🤓',
    '👻',
    '👨‍💻',
    '🎃',
    '🙈',
    '😇',
    '😨',
    '🎅',
    '🎄',
    '☃',
    '💅',
    '🤪',
    '🗿',
    '🆒',
    '💘',
    '🙉',
  ],
  ...['🦄', '😘', '💊', '🙊', '👾', '🤷‍♂', '🤷', '🤷‍♀', '😡'],
] as const;
export type ReactionEmoji = (typeof REACTIONS)[number];

/** The ones offered first; the others are behind "more". */
export const QUICK_REACTIONS = REACTIONS.slice(0, 8);

/** Reactions of one person to one message: Telegram Premium allows three. */
export const REACTIONS_EACH = 3;

export const reactionEmoji = z.enum(REACTIONS);

export const reaction = z
  .object({
    emoji: z.string().describe('⭐ stands for a paid or custom one, which only Telegram can show'),
    side: z.enum(['CUSTOMER', 'STAFF']),
    personId: id.nullable().describe('for customers null when it is by staff'),
  })
  .meta({ id: 'Reaction' });
export type Reaction = z.infer<typeof reaction>;
