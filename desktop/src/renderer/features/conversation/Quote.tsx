import type { Message } from '@tikethet/shared/contracts';
import { useTranslation } from 'react-i18next';
import { plainPreview } from '../inbox/plainPreview';
import classes from './Quote.module.css';

/** What a message answers; leads to it when it is loaded. */
export function Quote({
  message,
  onJump,
}: {
  message: Message | null;
  onJump: (() => void) | null;
}) {
  const { t } = useTranslation();
  if (!message || !onJump)
    return <div className={classes.quote}>{t('conversation.quotedGone')}</div>;
  const text = plainPreview(message.content) || t(`messageKind.${message.kind}`);
  return (
    <button
      type="button"
      className={classes.quote}
      onClick={onJump}
      aria-label={`${t('conversation.quoted', { name: message.author.displayName })}: ${text}`}
    >
      <span className={classes.name}>{message.author.displayName}</span>
      <span className={classes.text}>{text}</span>
    </button>
  );
}
