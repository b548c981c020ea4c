import { Button } from '@mantine/core';
import { IconMessage2Exclamation } from '@tabler/icons-react';
import type { Message } from '@tikethet/shared/contracts';
import { useEffect, useRef } from 'react';
import { useTranslation } from '../../app/texts';
import { clockTime } from '../../ui/time';
import { MessageText } from '../conversation/MessageText';
import classes from './Collision.module.css';

/** Messages shown here; the conversation above has all of them. */
const MOST = 3;

interface Props {
  messages: readonly Message[];
  /** The person wanted to send, and was held up for this. */
  held: boolean;
  onSend: () => void;
  onSeen: () => void;
}

/** What others wrote since the reply was begun, before it goes. */
export function Newcomers({ messages, held, onSend, onSeen }: Props) {
  const { t, i18n } = useTranslation();
  const send = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (held) send.current?.focus();
  }, [held]);
  if (messages.length === 0) return null;
  return (
    <section
      className={classes.newcomers}
      data-held={held || undefined}
      data-testid="newcomers"
      role={held ? 'alert' : 'status'}
    >
      <p className={classes.head}>
        <IconMessage2Exclamation size={15} stroke={1.8} aria-hidden="true" />
        {held ? t('collision.held') : t('collision.since', { count: messages.length })}
      </p>
      <ul className={classes.list}>
        {messages.slice(-MOST).map((message) => (
          <li key={message.id} className={classes.message} data-side={message.author.side}>
            <span className={classes.who}>
              <strong>{message.author.displayName}</strong>{' '}
              <time dateTime={message.createdAt}>
                {clockTime(message.createdAt, i18n.language)}
              </time>
            </span>
            <div className={classes.text}>
              <MessageText content={message.content} format={message.format} />
              {message.attachments.length > 0 &&
                t('collision.files', { count: message.attachments.length })}
            </div>
          </li>
        ))}
      </ul>
      <div className={classes.buttons}>
        {held && (
          <Button size="compact-sm" ref={send} data-testid="send-anyway" onClick={onSend}>
            {t('collision.sendAnyway')}
          </Button>
        )}
        <Button size="compact-sm" variant="default" data-testid="newcomers-seen" onClick={onSeen}>
          {t('collision.seen')}
        </Button>
      </div>
    </section>
  );
}
