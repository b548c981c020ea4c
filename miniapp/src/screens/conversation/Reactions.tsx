import type { Message, ReactionEmoji } from '@tikethet/shared/contracts';
import { useTranslation } from 'react-i18next';

/** Offered first; Telegram knows some seventy. */
export const QUICK = [
  '👍',
  '❤',
  '🔥',
  '🎉',
  '🙏',
  '😁',
  '😢',
  '👎',
] as const satisfies readonly ReactionEmoji[];

/** Telegram's hearts and the like are one plain sign: said to be shown in colour. */
export function inColour(emoji: string): string {
  return emoji.length === 1 ? `${emoji}\ufe0f` : emoji;
}

/** What stands under a message, most frequent first; the person's own can be taken back. */
export function Reactions({
  message,
  onReact,
}: {
  message: Message;
  onReact: (message: Message, emoji: string) => void;
}) {
  const { t } = useTranslation();
  const counted = new Map<string, { count: number; mine: boolean }>();
  for (const { emoji, side } of message.reactions) {
    const known = counted.get(emoji) ?? { count: 0, mine: false };
    // A ticket has one customer: what is by the customer is by the person here.
    counted.set(emoji, { count: known.count + 1, mine: known.mine || side === 'CUSTOMER' });
  }
  if (counted.size === 0) return null;
  const shown = [...counted].sort(([, a], [, b]) => b.count - a.count);
  return (
    <span className="reactions">
      {shown.map(([emoji, { count, mine }]) => (
        <button
          key={emoji}
          type="button"
          className="reaction"
          data-testid="reaction"
          aria-pressed={mine}
          aria-label={t('chat.reaction', { emoji, count })}
          onClick={() => onReact(message, emoji)}
        >
          <span aria-hidden="true">{inColour(emoji)}</span>
          {count > 1 && <span aria-hidden="true">{count}</span>}
        </button>
      ))}
    </span>
  );
}
