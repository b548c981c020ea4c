import { Button, Textarea } from '@mantine/core';
import { LIMITS } from '@tikethet/shared/tickets';
import { useState } from 'react';
import type { QueuedItem, QueueDecision } from '../../app/bridge';
import { useTranslation } from '../../app/texts';
import cards from '../../ui/Cards.module.css';
import { Link } from '../../ui/Link';
import { RelativeTime } from '../../ui/RelativeTime';
import { contentOf, describeItem, explainItem, forceLabel } from './describeItem';
import { HeldAnswer } from './HeldAnswer';
import { HeldConflict } from './HeldConflict';
import classes from './Outbox.module.css';

interface Props {
  item: QueuedItem;
  onDecide: (decision: QueueDecision) => void;
  onOpen: () => void;
}

/** One change that waits: what, since when, why, and what may be done about it. */
export function OutboxItem({ item, onDecide, onOpen }: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<string | null>(null);
  const [sure, setSure] = useState(false);
  const content = contentOf(item);
  const reason = explainItem(item, t);
  const force = forceLabel(item, t);
  const held = item.state === 'held';
  return (
    <li
      className={`${cards.card} ${classes.item}`}
      data-testid="outbox-item"
      data-state={item.state}
    >
      <div className={classes.head}>
        <span className={classes.what}>{describeItem(item, t)}</span>
        <RelativeTime at={item.at} />
      </div>
      {item.ticketId !== null && (
        <Link to={`/inbox/active/${item.ticketId}`} className={classes.ticket} onClick={onOpen}>
          {item.subject ? `#${item.subject.number} ${item.subject.title}` : t('outbox.what.other')}
        </Link>
      )}
      {content !== null && draft === null && <p className={classes.text}>{content}</p>}
      {item.attachments.length > 0 && (
        <p className={classes.files}>{t('outbox.files', { count: item.attachments.length })}</p>
      )}
      {draft !== null && (
        <Textarea
          aria-label={t('outbox.text')}
          autosize
          minRows={2}
          maxRows={10}
          maxLength={LIMITS.content}
          value={draft}
          onChange={(event) => setDraft(event.currentTarget.value)}
          data-autofocus
        />
      )}
      <p className={classes.state} data-state={item.state} role={held ? 'alert' : undefined}>
        {held && reason !== null ? reason : t(`outbox.state.${item.state}`)}
        {!held && reason !== null && <span className={classes.reason}>{reason}</span>}
      </p>
      {held && item.problem && <HeldAnswer problem={item.problem} />}
      {held && item.problem && <HeldConflict problem={item.problem} />}
      {draft !== null ? (
        <div className={classes.buttons}>
          <Button
            size="compact-sm"
            disabled={draft.trim() === ''}
            onClick={() => {
              onDecide({ action: 'edit', content: draft.trim() });
              setDraft(null);
            }}
          >
            {t('outbox.save')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setDraft(null)}>
            {t('outbox.cancel')}
          </Button>
        </div>
      ) : (
        item.state !== 'sending' && (
          <div className={classes.buttons}>
            {held && (
              <Button
                size="compact-sm"
                data-testid="outbox-force"
                onClick={() => onDecide({ action: force === null ? 'retry' : 'force' })}
              >
                {force ?? t('outbox.retry')}
              </Button>
            )}
            {held && content !== null && (
              <Button size="compact-sm" variant="default" onClick={() => setDraft(content)}>
                {t('outbox.edit')}
              </Button>
            )}
            <Button
              size="compact-sm"
              variant="subtle"
              color="red"
              data-testid="outbox-discard"
              onClick={() => (sure ? onDecide({ action: 'discard' }) : setSure(true))}
              onBlur={() => setSure(false)}
            >
              {t(sure ? 'outbox.discardSure' : 'outbox.discard')}
            </Button>
          </div>
        )
      )}
    </li>
  );
}
