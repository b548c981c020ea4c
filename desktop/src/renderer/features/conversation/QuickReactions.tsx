import { UnstyledButton } from '@mantine/core';
import { QUICK_REACTIONS, REACTIONS, type Message } from '@tikethet/shared/contracts';
import { IconDots } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import { useDesk } from '../../app/DeskProvider';
import { useTranslation } from '../../app/texts';
import { asPicture } from './Reactions';
import classes from './Reactions.module.css';
import { useReact } from './useReact';

/** Arrows lead along the row; up and down go on in the menu. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (step === undefined) return;
  const all = [...event.currentTarget.querySelectorAll('button')];
  const at = all.findIndex((one) => one === document.activeElement);
  all.at((at + step) % all.length)?.focus();
  event.preventDefault();
  event.stopPropagation();
}

/** The reactions that one reaches for, in a row above the menu; all that Telegram takes behind it. */
export function QuickReactions({ message, onDone }: { message: Message; onDone: () => void }) {
  const { t } = useTranslation();
  const { me } = useDesk();
  const react = useReact(message);
  const [all, setAll] = useState(false);
  const own = message.reactions.find(({ personId }) => personId === me.id)?.emoji;
  return (
    <div
      className={classes.quick}
      data-all={all || undefined}
      role="group"
      aria-label={t('conversation.react')}
      onKeyDown={walk}
    >
      {(all ? REACTIONS : QUICK_REACTIONS).map((emoji) => (
        <UnstyledButton
          key={emoji}
          className={classes.pick}
          data-testid={`react-${emoji}`}
          data-mine={emoji === own || undefined}
          aria-pressed={emoji === own}
          aria-label={emoji}
          onClick={() => {
            react(emoji === own ? null : emoji);
            onDone();
          }}
        >
          {asPicture(emoji)}
        </UnstyledButton>
      ))}
      {!all && (
        <UnstyledButton
          className={classes.pick}
          data-testid="react-more"
          aria-label={t('conversation.reactMore')}
          onClick={() => setAll(true)}
        >
          <IconDots size={16} stroke={1.6} />
        </UnstyledButton>
      )}
    </div>
  );
}
