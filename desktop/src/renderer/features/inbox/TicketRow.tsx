import type { Ticket } from '@tikethet/shared/contracts';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDesk } from '../../app/DeskProvider';
import { useIsUnread } from '../../app/live/unread';
import { Avatar } from '../../ui/Avatar';
import { PriorityIcon } from '../../ui/PriorityIcon';
import { RelativeTime } from '../../ui/RelativeTime';
import { StatusIcon } from '../../ui/StatusIcon';
import { plainPreview } from './plainPreview';
import classes from './TicketRow.module.css';

interface Props {
  ticket: Ticket;
  href: string;
  open: boolean;
  /** Emoji of its category. */
  emoji: string;
  onFocus: (id: string) => void;
}

/** One ticket of the list; memoized, because the list redraws with every event. */
export const TicketRow = memo(function TicketRow({ ticket, href, open, emoji, onFocus }: Props) {
  const { t } = useTranslation();
  const { unread } = useDesk();
  const isUnread = useIsUnread(unread, ticket.id);
  const { lastMessage } = ticket;
  const assignee = ticket.assignee?.displayName ?? t('list.noOne');
  return (
    <Link
      to={href}
      className={classes.row}
      aria-current={open ? 'true' : undefined}
      data-unread={isUnread || undefined}
      data-testid="inbox-row"
      data-number={ticket.number}
      data-ticket-id={ticket.id}
      data-status={ticket.status}
      onFocus={() => onFocus(ticket.id)}
    >
      <span className={classes.mark}>
        <StatusIcon status={ticket.status} />
        <span className="visuallyHidden">{t(`status.${ticket.status}`)}</span>
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
            {lastMessage?.fromStaff && t('list.staffPrefix')}
            {plainPreview(lastMessage?.content ?? ticket.description)}
          </span>
          <span className={classes.signs}>
            {ticket.priority !== 'NORMAL' && (
              <>
                <PriorityIcon priority={ticket.priority} size={12} />
                <span className="visuallyHidden">{t(`priority.${ticket.priority}`)}</span>
              </>
            )}
            <span className={classes.emoji} aria-hidden="true">
              {emoji}
            </span>
            <Avatar person={ticket.assignee} size={18} title={assignee} />
          </span>
        </span>
      </span>
    </Link>
  );
});
