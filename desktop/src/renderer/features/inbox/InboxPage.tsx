import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconMessages } from '@tabler/icons-react';
import { useTicketList } from '../../app/queries/tickets';
import { useShortcuts } from '../../app/shortcuts/ShortcutsProvider';
import { EmptyState } from '../../ui/EmptyState';
import { Conversation } from '../conversation/Conversation';
import classes from './InboxPage.module.css';
import { ListPane } from './ListPane';
import type { TicketListHandle } from './TicketList';
import { useInbox } from './useInbox';

/** Milliseconds: walking through the list opens a ticket only where one stops. */
const FOLLOW = 140;

/** The shared inbox: list on the left, conversation on the right. */
export function InboxPage() {
  const { t } = useTranslation();
  const inbox = useInbox();
  const list = useTicketList(inbox.filters);
  const search = useRef<HTMLInputElement>(null);
  const rows = useRef<TicketListHandle>(null);
  const follow = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [focused, setFocused] = useState<string | null>(null);
  const place = useRef(0);
  const { ticketId, open } = inbox;
  useEffect(() => () => clearTimeout(follow.current), []);

  const walk = (step: 1 | -1) => {
    const at = list.tickets.findIndex(({ id }) => id === (focused ?? ticketId));
    // What was resolved has left the list: its neighbours stand where it stood.
    const gone = step === 1 ? place.current : place.current - 1;
    const index = at < 0 ? Math.min(gone, list.tickets.length - 1) : at + step;
    const next = list.tickets[index];
    if (!next) return;
    place.current = index;
    setFocused(next.id);
    rows.current?.focus(next.id);
    clearTimeout(follow.current);
    if (ticketId !== null) follow.current = setTimeout(() => open(next.id), FOLLOW);
  };
  const onFocus = useCallback(
    (id: string) => {
      setFocused(id);
      place.current = list.tickets.findIndex((ticket) => ticket.id === id);
    },
    [list.tickets],
  );
  const close = useCallback(() => {
    if (ticketId === null) return;
    rows.current?.focus(ticketId);
    open(null);
  }, [ticketId, open]);

  useShortcuts({
    nextTicket: () => walk(1),
    previousTicket: () => walk(-1),
    search: () => {
      search.current?.focus();
      search.current?.select();
    },
    back: ticketId === null ? undefined : close,
  });

  return (
    <div className={classes.page}>
      <ListPane inbox={inbox} list={list} onFocus={onFocus} searchRef={search} handle={rows} />
      {ticketId === null ? (
        <main className={classes.none}>
          <EmptyState icon={<IconMessages size={22} stroke={1.5} />} title={t('ticket.noneTitle')}>
            {t('ticket.noneHelp')}
          </EmptyState>
        </main>
      ) : (
        <Conversation key={ticketId} ticketId={ticketId} onClose={close} />
      )}
    </div>
  );
}
