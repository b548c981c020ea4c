import type { MessageKind, Ticket } from '@tikethet/shared/contracts';
import { memo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '../../api/api';
import { useCategory } from '../../api/queries';
import { useFormat } from '../../i18n/format';
import { deskRules } from '../../state/deskRules';
import { useStore } from '../../state/store';
import { CategoryIcon } from '../../ui/CategoryIcon';
import { Icon } from '../../ui/Icon';
import { StatusBadge } from '../../ui/StatusBadge';
import { actionsFor, type RowAction } from './rowActions';
import { useRowGestures } from './useRowGestures';

/** More than this is "a lot". */
const MOST_SHOWN = 99;

interface TicketRowProps {
  ticket: Ticket;
  selected: boolean;
  /** Place in the whole list, from 1, and how long that is; -1: not known yet. */
  place: number;
  total: number;
  /** What was begun to be written and not sent. */
  draft: string | undefined;
  /** The actions behind the row stay open. */
  open: boolean;
  onOpen: (id: string | null) => void;
  onChoose: (id: string) => void;
  onMenu: (ticket: Ticket) => void;
  onAction: (action: RowAction, ticket: Ticket) => void;
}

function Preview({ ticket, draft }: Pick<TicketRowProps, 'ticket' | 'draft'>) {
  const { t } = useTranslation(['miniapp', 'common']);
  const { lastMessage } = ticket;
  if (draft !== undefined) {
    return (
      <span className="row-preview">
        <span className="row-draft">{t('rows.draft')}: </span>
        {draft}
      </span>
    );
  }
  const mine = lastMessage?.authorId === session.user()?.id;
  return (
    <span className="row-preview">
      {lastMessage && mine && <span className="row-you">{t('tickets.you')}: </span>}
      {!lastMessage
        ? t('tickets.noMessages')
        : lastMessage.content || t(`common:messageKind.${kindOf(lastMessage)}`)}
    </span>
  );
}

/** Files that were sent from here or from the console come without a kind of their own. */
function kindOf({ kind }: NonNullable<Ticket['lastMessage']>): MessageKind {
  return kind === null || kind === 'TEXT' ? 'OTHER' : kind;
}

function TicketRowView(props: TicketRowProps) {
  const { ticket, selected, place, total, draft, open, onOpen, onChoose, onMenu, onAction } = props;
  const { t } = useTranslation(['miniapp', 'common']);
  const format = useFormat();
  const category = useCategory(ticket.categoryId);
  const [pulled, setPulled] = useState(false);
  const tray = useRef<HTMLDivElement>(null);
  const { reopenDays } = useStore(deskRules);
  const actions = actionsFor(ticket, reopenDays);
  const unread = ticket.unread ?? 0;
  const gestures = useRowGestures({
    // Drawn with the first pull; until then as wide as its buttons will be.
    room: () => tray.current?.offsetWidth ?? actions.length * 88,
    open,
    onOpen: (next) => {
      onOpen(next ? ticket.id : null);
      if (!next) setPulled(false);
    },
    onHold: () => onMenu(ticket),
    onPull: () => setPulled(true),
  });

  return (
    <li className="row-holder" data-row data-open={open} aria-setsize={total} aria-posinset={place}>
      {(pulled || open) && (
        <div className="row-tray" ref={tray}>
          {actions.map((action) => (
            <button
              key={action}
              type="button"
              data-action={action}
              data-testid={`swipe-${action}`}
              onClick={() => {
                onOpen(null);
                setPulled(false);
                onAction(action, ticket);
              }}
            >
              {t(`rows.${action}`)}
            </button>
          ))}
        </div>
      )}
      <div
        className="row-slide"
        {...gestures}
        style={open ? { translate: `${-actions.length * 5.5}rem 0` } : undefined}
      >
        <button
          type="button"
          className="row"
          data-testid="ticket-item"
          data-number={ticket.number}
          data-unread={unread > 0}
          aria-current={selected || undefined}
          onClick={() => onChoose(ticket.id)}
        >
          <CategoryIcon category={category} />
          <span className="row-body">
            <span className="row-line">
              <span className="row-title">{ticket.title}</span>
              <time className="row-time" dateTime={ticket.updatedAt}>
                {format.short(ticket.updatedAt)}
              </time>
            </span>
            <Preview ticket={ticket} draft={draft} />
            <span className="row-foot">
              <span className="row-number">#{ticket.number}</span>
              <StatusBadge status={ticket.status} />
              {unread > 0 && (
                <span className="row-unread" data-testid="unread">
                  <span aria-hidden="true">{unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}</span>
                  <span className="visually-hidden">{t('rows.unread', { count: unread })}</span>
                </span>
              )}
            </span>
          </span>
        </button>
        <button
          type="button"
          className="row-more"
          data-testid="row-menu"
          aria-label={t('rows.menu', { number: ticket.number })}
          onClick={() => onMenu(ticket)}
        >
          <Icon name="more" size={18} />
        </button>
      </div>
    </li>
  );
}

/** One ticket of the list: what it is about, what was said last, how it stands. */
export const TicketRow = memo(TicketRowView);
