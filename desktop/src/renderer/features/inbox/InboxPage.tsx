import { useCallback, useEffect, useRef } from 'react';
import { IconMessages } from '@tabler/icons-react';
import { useTicketList } from '../../app/queries/ticketList';
import { useNeighbours, useOpenRead, useReadAhead } from '../../app/queries/useReadAhead';
import { useShortcuts } from '../../app/shortcuts/ShortcutsProvider';
import { useTranslation } from '../../app/texts';
import { EmptyState } from '../../ui/EmptyState';
import { Conversation } from '../conversation/Conversation';
import classes from './InboxPage.module.css';
import { ListPane } from './ListPane';
import type { TicketListHandle } from './TicketList';
import { useInbox } from './useInbox';
import { useMarkRead } from './useMarkRead';
import { useSelection } from './useSelection';

/** Milliseconds: a step opens its ticket at once, a run through the list only where it stops. */
const FOLLOW = 140;

/** The shared inbox: list on the left, conversation on the right. */
export function InboxPage() {
  const { t } = useTranslation();
  const inbox = useInbox();
  const list = useTicketList(inbox.filters);
  const selection = useSelection(list.tickets, JSON.stringify(inbox.filters));
  const search = useRef<HTMLInputElement>(null);
  const rows = useRef<TicketListHandle>(null);
  const follow = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** The ticket whose row has or had the focus. */
  const focused = useRef<string | null>(null);
  const stepped = useRef(-Infinity);
  const place = useRef(0);
  const { ticketId, open } = inbox;
  const readAhead = useReadAhead();
  const openRead = useOpenRead(open, ticketId);
  useNeighbours(list.tickets, ticketId);
  useEffect(() => () => clearTimeout(follow.current), []);

  const followTo = (id: string) => {
    clearTimeout(follow.current);
    const now = performance.now();
    const running = now - stepped.current < FOLLOW;
    stepped.current = now;
    if (running) follow.current = setTimeout(() => open(id), FOLLOW);
    else open(id);
  };

  /** @returns the ticket walked to */
  const walk = (step: 1 | -1, opens = true) => {
    const at = list.tickets.findIndex(({ id }) => id === (focused.current ?? ticketId));
    // What was resolved has left the list: its neighbours stand where it stood.
    const gone = step === 1 ? place.current : place.current - 1;
    const index = at < 0 ? Math.min(gone, list.tickets.length - 1) : at + step;
    const next = list.tickets[index];
    if (!next) return;
    place.current = index;
    focused.current = next.id;
    rows.current?.focus(next.id);
    if (ticketId !== null && opens) followTo(next.id);
    return next;
  };
  const here = () => list.tickets.find(({ id }) => id === (focused.current ?? ticketId));
  const select = () => {
    const ticket = here() ?? list.tickets[0];
    if (ticket) selection.toggle(ticket);
  };
  const selectOn = (step: 1 | -1) => {
    const from = here();
    const next = walk(step, false);
    selection.add([from, next].filter((ticket) => ticket !== undefined));
  };
  const onFocus = useCallback(
    (id: string) => {
      focused.current = id;
      place.current = list.tickets.findIndex((ticket) => ticket.id === id);
      // A press gives the focus, the release after it opens: what it will show is asked for now.
      void readAhead(id);
    },
    [list.tickets, readAhead],
  );
  const close = useCallback(() => {
    if (ticketId === null) return;
    rows.current?.focus(ticketId);
    open(null);
  }, [ticketId, open]);

  useShortcuts({
    nextTicket: () => void walk(1),
    previousTicket: () => void walk(-1),
    select,
    selectNext: () => selectOn(1),
    selectPrevious: () => selectOn(-1),
    search: () => {
      search.current?.focus();
      search.current?.select();
    },
    back: ticketId === null ? undefined : close,
  });

  return (
    <div className={classes.page}>
      <ListPane
        inbox={inbox}
        list={list}
        selection={selection}
        onFocus={onFocus}
        onOpen={openRead}
        searchRef={search}
        handle={rows}
      />
      {ticketId === null ? (
        <main className={classes.none}>
          <EmptyState icon={<IconMessages size={22} stroke={1.5} />} title={t('ticket.noneTitle')}>
            {t('ticket.noneHelp')}
          </EmptyState>
        </main>
      ) : (
        <>
          <ReadWhileOpen ticketId={ticketId} />
          <Conversation key={ticketId} ticketId={ticketId} onClose={close} />
        </>
      )}
    </div>
  );
}

/** What is open here counts as read. */
function ReadWhileOpen({ ticketId }: { ticketId: string }) {
  useMarkRead(ticketId);
  return null;
}
