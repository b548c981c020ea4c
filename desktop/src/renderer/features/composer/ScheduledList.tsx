import { Button, Menu } from '@mantine/core';
import {
  IconCalendarClock,
  IconClockExclamation,
  IconClockHour4,
  IconPencil,
  IconX,
} from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type { ScheduledMessage, Ticket } from '@tikethet/shared/contracts';
import { useConnection } from '../../app/connection';
import { useDesk } from '../../app/DeskProvider';
import { keys } from '../../app/keys';
import { useScheduled } from '../../app/queries/scheduled';
import { useStore } from '../../app/store';
import { useTranslation } from '../../app/texts';
import { errorText } from '../../ui/errorText';
import { IconButton } from '../../ui/IconButton';
import { MomentMenu } from '../../ui/MomentMenu';
import { momentText } from '../../ui/moments';
import { useNow } from '../../ui/time';
import { useToasts } from '../../ui/useToasts';
import { plainPreview } from '../inbox/plainPreview';
import { HeldAnswer } from '../outbox/HeldAnswer';
import { whyHeld } from '../outbox/whyHeld';
import classes from './ScheduledList.module.css';

interface Props {
  ticket: Ticket;
  /** The person may decide on them. */
  mayDecide: boolean;
  /** Its text goes back into the composer. */
  onEdit: (message: ScheduledMessage) => void;
}

/** Replies that wait for their time, or for a decision, above the composer. */
export function ScheduledList({ ticket, mayDecide, onEdit }: Props) {
  const { t } = useTranslation();
  const { outbox } = useDesk();
  const { status } = useConnection();
  const { data, error, refetch, isFetching } = useScheduled(ticket.id, true);
  const { items: queued } = useStore(outbox, (state) => state);
  const items = data?.items ?? [];
  const unsent = queued.filter(
    ({ operation, ticketId, input }) =>
      operation === 'scheduled.create' &&
      ticketId === ticket.id &&
      // The desk's word that it has it comes a moment before the queue's.
      !items.some(
        ({ content, sendAt }) => content === input['content'] && sendAt === input['sendAt'],
      ),
  );
  // Without a network the banner has said it, and asking again would be in vain.
  const missing = data === undefined && status !== 'offline' ? error : null;
  if (items.length + unsent.length === 0 && missing === null) return null;
  return (
    <section
      className={classes.list}
      aria-label={t('scheduled.title', { count: items.length + unsent.length })}
      data-testid="scheduled-list"
    >
      {missing !== null && (
        <p className={classes.failed} role="alert" data-testid="scheduled-failed">
          <IconClockExclamation size={15} stroke={1.7} aria-hidden="true" />
          <span className={classes.why}>
            {t('scheduled.failed')} {errorText(missing, t)}
          </span>
          <Button
            variant="subtle"
            size="compact-xs"
            disabled={isFetching}
            onClick={() => void refetch()}
          >
            {t('app.retry')}
          </Button>
        </p>
      )}
      {items.map((item) => (
        <Waiting key={item.id} item={item} mayDecide={mayDecide} onEdit={onEdit} />
      ))}
      {unsent.map((item) => (
        <div key={item.key} className={classes.item} data-testid="scheduled" data-state="UNSENT">
          <IconClockHour4 size={15} stroke={1.7} aria-hidden="true" />
          <span className={classes.text}>
            {typeof item.input['content'] === 'string' ? plainPreview(item.input['content']) : ''}
          </span>
          <span className={classes.when}>
            {t('scheduled.waiting')}
            {item.input['resolve'] === true && `, ${t('scheduled.resolves')}`}
          </span>
        </div>
      ))}
    </section>
  );
}

function Waiting({
  item,
  mayDecide,
  onEdit,
}: {
  item: ScheduledMessage;
  mayDecide: boolean;
  onEdit: (message: ScheduledMessage) => void;
}) {
  const { t, i18n } = useTranslation();
  const { me, writer } = useDesk();
  const client = useQueryClient();
  const toasts = useToasts();
  const now = useNow();
  const held = item.state === 'HELD';
  const time = momentText(item.sendAt, now, i18n.language);

  const sendAt = (at: Date): void => {
    writer.write({
      route: 'PUT /scheduled/{id}',
      lane: item.ticketId,
      input: () => ({ id: item.id, sendAt: at.toISOString() }),
      failed: (error, repeat) => toasts.failed(t('scheduled.change'), error, repeat),
    });
  };
  const cancel = (then?: () => void): void => {
    writer.write({
      route: 'DELETE /scheduled/{id}',
      lane: item.ticketId,
      input: () => ({ id: item.id }),
      settle: () => {
        client.setQueryData<{ items: ScheduledMessage[] }>(
          keys.scheduled(item.ticketId),
          (known) => known && { items: known.items.filter(({ id }) => id !== item.id) },
        );
        then?.();
      },
      failed: (error, repeat) => toasts.failed(t('scheduled.cancel'), error, repeat),
    });
  };

  return (
    <div className={classes.item} data-testid="scheduled" data-state={item.state}>
      {held ? (
        <IconClockExclamation size={15} stroke={1.7} aria-hidden="true" />
      ) : (
        <IconClockHour4 size={15} stroke={1.7} aria-hidden="true" />
      )}
      <div className={classes.body}>
        <span className={classes.text} title={item.content}>
          {plainPreview(item.content) || t('collision.files', { count: item.attachments.length })}
        </span>
        {held && item.problem ? (
          <span className={classes.reason} role="alert">
            {t('scheduled.held', { reason: whyHeld({ ...item.problem, status: 0 }, t) })}
          </span>
        ) : (
          <span className={classes.when}>
            {item.author.id === me.id
              ? t('scheduled.at', { time })
              : t('scheduled.by', { name: item.author.displayName, time })}
            {item.resolve && ` ${t('scheduled.resolves')}`}
          </span>
        )}
        {held && item.problem && <HeldAnswer problem={{ ...item.problem, status: 0 }} />}
      </div>
      {mayDecide && (
        <span className={classes.buttons}>
          <MomentMenu
            position="top-end"
            target={
              <IconButton label={t('scheduled.change')} data-testid="scheduled-change">
                <IconCalendarClock size={16} stroke={1.6} />
              </IconButton>
            }
            above={
              <Menu.Item onClick={() => sendAt(new Date())} data-testid="scheduled-now">
                {held ? t('collision.sendAnyway') : t('composer.sendNow')}
              </Menu.Item>
            }
            other={{ title: t('composer.sendLaterTitle'), action: t('composer.sendLaterAction') }}
            onPick={sendAt}
          />
          {item.author.id === me.id && (
            <IconButton
              label={t('scheduled.edit')}
              data-testid="scheduled-edit"
              onClick={() => cancel(() => onEdit(item))}
            >
              <IconPencil size={16} stroke={1.6} />
            </IconButton>
          )}
          <IconButton
            label={t('scheduled.cancel')}
            data-testid="scheduled-cancel"
            onClick={() => cancel()}
          >
            <IconX size={16} stroke={1.6} />
          </IconButton>
        </span>
      )}
    </div>
  );
}
