import { Button } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useBridge } from '../../app/bridge';
import { useDesk } from '../../app/DeskProvider';
import type { PendingMessage } from '../../app/write/pendingMessages';
import { Avatar } from '../../ui/Avatar';
import { errorText } from '../../ui/errorText';
import { clockTime } from '../../ui/time';
import { isRepeatable } from '../../ui/useToasts';
import { Attachments } from './Attachments';
import classes from './Bubble.module.css';
import { MessageText } from './MessageText';

interface Props {
  message: PendingMessage;
  onTakeBack: (text: string, internal: boolean) => void;
}

/** A message on its way to the desk, or one that did not get there. */
export function PendingBubble({ message, onTakeBack }: Props) {
  const { t, i18n } = useTranslation();
  const bridge = useBridge();
  const { me, pending } = useDesk();
  const { error, repeat } = message;
  return (
    <article
      className={`${classes.row} ${classes.pending}`}
      data-side="STAFF"
      data-internal={message.internal}
      data-first
      data-testid="pending-message"
      data-state={error ? 'failed' : 'sending'}
    >
      <div className={classes.face}>
        <Avatar person={me} size={28} />
      </div>
      <div className={classes.stack}>
        <div className={classes.bubble}>
          <MessageText content={message.content} format="markdown" />
          <Attachments attachments={message.attachments} onPicture={() => undefined} />
          <span className={classes.meta}>
            <time dateTime={message.at}>{clockTime(message.at, i18n.language)}</time>
            {!error && <IconClock size={13} aria-label={t('conversation.sending')} role="img" />}
          </span>
        </div>
        {error && (
          <div className={classes.failed} role="alert">
            <span>{t('conversation.notSent', { reason: errorText(error, t) })}</span>
            {repeat && isRepeatable(error) && (
              <Button size="compact-xs" variant="default" onClick={repeat}>
                {t('conversation.resend')}
              </Button>
            )}
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => {
                pending.remove(message.key);
                void bridge.outbox.decide(message.key, { action: 'discard' });
                onTakeBack(message.content, message.internal);
              }}
            >
              {t('conversation.discard')}
            </Button>
          </div>
        )}
      </div>
    </article>
  );
}
