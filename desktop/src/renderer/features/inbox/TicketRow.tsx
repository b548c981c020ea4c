import { IconCheck, IconPinFilled } from '@tabler/icons-react';
import type { Ticket } from '@tikethet/shared/contracts';
import type { TFunction } from 'i18next';
import { memo, type MouseEvent } from 'react';
import { useIsAt } from '../../app/places';
import { useTranslation } from '../../app/texts';
import { Avatar } from '../../ui/Avatar';
import { Link } from '../../ui/Link';
import { PriorityIcon } from '../../ui/PriorityIcon';
import { RelativeTime } from '../../ui/RelativeTime';
import { StatusIcon } from '../../ui/StatusIcon';
import { DueMark } from './DueMark';
import { plainPreview } from './plainPreview';
import { RowDraft, RowTyping, RowViewers } from './RowPresence';
import classes from './TicketRow.module.css';

export interface RowSelection {
  toggle: (ticket: Ticket) => void;
  extendTo: (ticket: Ticket) => void;
}

interface Props {
  ticket: Ticket;
  href: string;
  selected: boolean;
  selection: RowSelection;
  /** Emoji of its category. */
  emoji: string;
  onFocus: (id: string) => void;
  /** @returns whether it takes the click over */
  onOpen: (id: string) => boolean;
}

/** What stands for a message without words, or for none: the ticket's was deleted. */
function withoutWords(last: Ticket['lastMessage'], t: TFunction): string {
  if (last === null) return t('conversation.deleted');
  // From the console and the Mini App files come without a kind of their own.
  return t(`messageKind.${last.kind === null || last.kind === 'TEXT' ? 'OTHER' : last.kind}`);
}

/** One ticket of the list; memoized, because the list redraws with every event. */
export const TicketRow = memo(function TicketRow(props: Props) {
  const { ticket, selected, selection, emoji } = props;
  const open = useIsAt(props.href);
  const { t } = useTranslation();
  const { lastMessage } = ticket;
  const assignee = ticket.assignee?.displayName ?? t('list.noOne');
  const isUnread = ticket.unread !== null && ticket.unread > 0;

  const preview = (
    <>
      {lastMessage?.fromStaff && t('list.staffPrefix')}
      {plainPreview(lastMessage?.content ?? ticket.description) || withoutWords(lastMessage, t)}
    </>
  );

  const select = (event: MouseEvent): void => {
    if (event.shiftKey) selection.extendTo(ticket);
    else selection.toggle(ticket);
  };

  return (
    <div className={classes.frame} data-selected={selected || undefined}>
      <Link
        to={props.href}
        className={classes.row}
        aria-current={open ? 'true' : undefined}
        data-unread={isUnread || undefined}
        data-testid="inbox-row"
        data-number={ticket.number}
        data-ticket-id={ticket.id}
        data-status={ticket.status}
        onFocus={() => props.onFocus(ticket.id)}
        onClick={(event) => {
          if (event.shiftKey || event.ctrlKey || event.metaKey) {
            event.preventDefault();
            select(event);
          } else if (!event.altKey && props.onOpen(ticket.id)) event.preventDefault();
        }}
      >
        <span className={classes.mark}>
          <StatusIcon status={ticket.status} />
          <span className="visuallyHidden">
            {selected && `${t('list.selected')}, `}
            {t(`status.${ticket.status}`)}
          </span>
        </span>
        <span className={classes.body}>
          <span className={classes.top}>
            <span className={classes.title}>{ticket.title}</span>
            {isUnread && <span className="visuallyHidden">{t('list.unread')}</span>}
            <RelativeTime at={ticket.updatedAt} className={classes.time} />
          </span>
          <span className={classes.bottom}>
            <span className={classes.who}>
              <span className={classes.number}>#{ticket.number}</span> {ticket.customer.displayName}
            </span>
            <span className={classes.preview}>
              <RowTyping ticketId={ticket.id}>
                {open ? preview : <RowDraft ticketId={ticket.id}>{preview}</RowDraft>}
              </RowTyping>
            </span>
            <span className={classes.signs}>
              {ticket.pinned === true && (
                <>
                  <IconPinFilled size={12} className={classes.pin} aria-hidden="true" />
                  <span className="visuallyHidden">{t('list.pinned')}</span>
                </>
              )}
              <DueMark dueAt={ticket.dueAt} snoozedUntil={ticket.snoozedUntil} />
              {ticket.priority !== 'NORMAL' && (
                <>
                  <PriorityIcon priority={ticket.priority} size={12} />
                  <span className="visuallyHidden">{t(`priority.${ticket.priority}`)}</span>
                </>
              )}
              <span className={classes.emoji} aria-hidden="true">
                {emoji}
              </span>
              <RowViewers ticketId={ticket.id} />
              <Avatar person={ticket.assignee} size={18} title={assignee} />
            </span>
          </span>
        </span>
      </Link>
      <button
        type="button"
        role="checkbox"
        className={classes.check}
        aria-checked={selected}
        aria-label={t('list.select', { number: ticket.number })}
        data-testid="row-select"
        // By keyboard the row itself is selected with its own key.
        tabIndex={-1}
        onClick={select}
      >
        <span>{selected && <IconCheck size={12} stroke={3} aria-hidden="true" />}</span>
      </button>
    </div>
  );
});
