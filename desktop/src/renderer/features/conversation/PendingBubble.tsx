import { Button } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useBridge } from '../../app/bridge';
import { useDesk } from '../../app/DeskProvider';
import { useTranslation } from '../../app/texts';
import type { PendingMessage } from '../../app/write/pendingMessages';
import { Avatar } from '../../ui/Avatar';
import { errorText } from '../../ui/errorText';
import { clockTime } from '../../ui/time';
import { isRepeatable, useToasts } from '../../ui/useToasts';
import { HeldAnswer } from '../outbox/HeldAnswer';
import { whyHeld } from '../outbox/whyHeld';
import { Attachments } from './Attachments';
import classes from './Bubble.module.css';
import { MessageText } from './MessageText';
import own from './PendingBubble.module.css';
import { useCountdown } from '../../ui/useCountdown';

/** A message on its way to the desk: still to be taken back, under way, or held on its way. */
export function PendingBubble({ message }: { message: PendingMessage }) {
  const { t, i18n } = useTranslation();
  const { me, replies } = useDesk();
  const toasts = useToasts();
  const { error } = message;
  const left = useCountdown(error ? null : message.dueAt);
  const takeBack = async (): Promise<void> => {
    if (!(await replies.takeBack(message))) {
      toasts.trouble(t('composer.undo'), t('composer.undoLate'));
    }
  };
  return (
    <article
      className={`${classes.row} ${classes.pending}`}
      data-side="STAFF"
      data-internal={message.internal}
      data-first
      data-testid="pending-message"
      aria-label={`${me.displayName}, ${t('conversation.sending')}`}
      data-state={error ? 'failed' : left > 0 ? 'delayed' : 'sending'}
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
        {left > 0 && (
          <div className={own.going}>
            <span>{t('composer.goesIn', { count: left })}</span>
            <Button size="compact-xs" variant="subtle" onClick={() => void takeBack()}>
              {t('composer.undo')}
            </Button>
            <Button
              size="compact-xs"
              variant="subtle"
              data-testid="send-now"
              onClick={() => replies.hurry(message.key)}
            >
              {t('composer.sendNow')}
            </Button>
          </div>
        )}
        {error && <Held message={message} onTakeBack={() => void takeBack()} />}
      </div>
    </article>
  );
}

/** Why it did not go, what a colleague wrote meanwhile, and what can be done. */
function Held({ message, onTakeBack }: { message: PendingMessage; onTakeBack: () => void }) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const { error, repeat, key } = message;
  if (!error) return null;
  const outdated = error.code === 'conflict';
  const forced = outdated || error.code === 'ticket_closed';
  const force = (): void => {
    if (bridge.kind === 'electron') void bridge.outbox.decide(key, { action: 'force' });
    else repeat?.();
  };
  return (
    <div className={classes.failed} role="alert" data-testid="held-reply">
      <span>
        {forced ? whyHeld(error, t) : t('conversation.notSent', { reason: errorText(error, t) })}
      </span>
      {outdated && <HeldAnswer problem={error} />}
      {(outdated || (forced && bridge.kind === 'electron')) && (
        <Button size="compact-xs" data-testid="held-force" onClick={force}>
          {t(outdated ? 'outbox.sendAnyway' : 'outbox.reopenSend')}
        </Button>
      )}
      {!forced && repeat && isRepeatable(error) && (
        <Button size="compact-xs" variant="default" onClick={repeat}>
          {t('conversation.resend')}
        </Button>
      )}
      <Button size="compact-xs" variant="default" data-testid="held-back" onClick={onTakeBack}>
        {t('conversation.discard')}
      </Button>
    </div>
  );
}
