import { UnstyledButton } from '@mantine/core';
import { REACTIONS, type Message, type ReactionEmoji } from '@tikethet/shared/contracts';
import { useDesk } from '../../app/DeskProvider';
import { useTranslation } from '../../app/texts';
import type { Rights } from './access';
import classes from './Reactions.module.css';
import { useReact } from './useReact';

/** Old symbols are drawn as text unless this asks for the picture. */
export function asPicture(emoji: string): string {
  return emoji.length === 1 ? `${emoji}\uFE0F` : emoji;
}

function isOffered(emoji: string): emoji is ReactionEmoji {
  return (REACTIONS as readonly string[]).includes(emoji);
}

/** Who reacted with what; a press sets the same reaction, or takes one's own back. */
export function Reactions({ message, rights }: { message: Message; rights: Rights }) {
  const { t } = useTranslation();
  const { me } = useDesk();
  const react = useReact(message);
  if (message.reactions.length === 0) return null;
  const emojis = [...new Set(message.reactions.map(({ emoji }) => emoji))];
  const allowed = message.internal ? rights.note : rights.reply;
  return (
    <div className={classes.reactions}>
      {emojis.map((emoji) => {
        const same = message.reactions.filter((one) => one.emoji === emoji);
        const mine = same.some(({ personId }) => personId === me.id);
        return (
          <UnstyledButton
            key={emoji}
            className={classes.reaction}
            data-testid="reaction"
            data-mine={mine || undefined}
            aria-pressed={mine}
            aria-label={t('conversation.reactedWith', { emoji, count: same.length })}
            disabled={!allowed || !isOffered(emoji)}
            onClick={() => isOffered(emoji) && react(mine ? null : emoji)}
          >
            {asPicture(emoji)}
            {same.length > 1 && <span className={classes.count}>{same.length}</span>}
          </UnstyledButton>
        );
      })}
    </div>
  );
}
