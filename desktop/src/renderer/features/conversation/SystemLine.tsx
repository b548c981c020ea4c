import type { Message } from '@tikethet/shared/contracts';
import { useTranslation } from '../../app/texts';
import { clockTime } from '../../ui/time';
import classes from './SystemLine.module.css';

/** What the desk itself has to say. */
export function SystemLine({ message }: { message: Message }) {
  const { i18n } = useTranslation();
  return (
    <p
      className={classes.line}
      data-testid="message"
      data-message-id={message.id}
      data-side="SYSTEM"
      data-internal={message.internal}
    >
      {message.content} · {clockTime(message.createdAt, i18n.language)}
    </p>
  );
}
