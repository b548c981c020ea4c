import type { Message } from '@tikethet/shared/contracts';
import { useTranslation } from '../../app/texts';
import { plainPreview } from '../inbox/plainPreview';
import classes from './Quote.module.css';

interface Props {
  message: Message | null;
  /** The part of it that is meant; null: all of it. */
  part: string | null;
  onJump: (() => void) | null;
}

/** What a message answers; leads to it when it is loaded. */
export function Quote({ message, part, onJump }: Props) {
  const { t } = useTranslation();
  if (!message || !onJump) {
    return <div className={classes.quote}>{part ?? t('conversation.quotedGone')}</div>;
  }
  const text = part ?? (plainPreview(message.content) || t(`messageKind.${message.kind}`));
  return (
    <button
      type="button"
      className={classes.quote}
      onClick={onJump}
      aria-label={`${t('conversation.quoted', { name: message.author.displayName })}: ${text}`}
    >
      <span className={classes.name}>{message.author.displayName}</span>
      <span className={classes.text} data-part={part !== null || undefined}>
        {text}
      </span>
    </button>
  );
}
