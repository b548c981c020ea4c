import { useElementSize } from '@mantine/hooks';
import { useCallback, useEffect, useRef, useState } from 'react';
import { IconGhost2 } from '@tabler/icons-react';
import type { Message, Ticket } from '@tikethet/shared/contracts';
import { isActive } from '@tikethet/shared/tickets';
import { isMissing, useBridge } from '../../app/bridge';
import { useDesk } from '../../app/DeskProvider';
import { tellViewing } from '../../app/viewing';
import { useTicket } from '../../app/queries/tickets';
import { useShortcuts } from '../../app/shortcuts/ShortcutsProvider';
import { useTranslation } from '../../app/texts';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { usePainted } from '../../ui/usePainted';
import { usePanes } from '../../ui/usePanes';
import { Composer, type ComposerHandle } from '../composer/Composer';
import { useFileDrop } from '../composer/useFileDrop';
import { useReply } from '../composer/useReply';
import { CustomerPane } from '../customer/CustomerPane';
import { usePin } from '../pins/usePin';
import { useRights } from './useRights';
import classes from './Conversation.module.css';
import { ConversationSkeleton } from './ConversationSkeleton';
import { Header, type HeaderHandle } from './Header';
import { Timeline } from './Timeline';
import { useTicketActions } from './useTicketActions';

interface Props {
  ticketId: string;
  onClose: () => void;
  /** Number of the ticket that was asked for, which is a part of this one now. */
  mergedFrom?: number;
}

/** One ticket: what was said, what can be done, and who asks. A merged one shows where it went. */
export function Conversation({ ticketId, onClose, mergedFrom }: Props) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const { unread } = useDesk();
  const ticket = useTicket(ticketId);

  const mergedInto = ticket.data?.mergedInto ?? null;
  const shown = mergedInto === null;
  useEffect(() => {
    if (!shown) return;
    tellViewing(bridge, ticketId);
    unread.opened(ticketId);
    return () => {
      tellViewing(bridge, null);
      unread.opened(null);
    };
  }, [bridge, unread, ticketId, shown]);

  if (isMissing(ticket.error)) {
    return (
      <main className={classes.whole} data-testid="conversation-gone">
        <EmptyState icon={<IconGhost2 size={22} stroke={1.5} />} title={t('ticket.goneTitle')}>
          {t('ticket.goneHelp')}
        </EmptyState>
      </main>
    );
  }
  if (!ticket.data) {
    return (
      <main className={classes.whole}>
        {ticket.isPending ? (
          <ConversationSkeleton />
        ) : (
          <ErrorState
            title={t('ticket.failed')}
            error={ticket.error}
            retry={() => void ticket.refetch()}
          />
        )}
      </main>
    );
  }
  if (mergedInto !== null) {
    const { id } = mergedInto;
    return (
      <Conversation key={id} ticketId={id} onClose={onClose} mergedFrom={ticket.data.number} />
    );
  }
  return <Opened ticket={ticket.data} onClose={onClose} mergedFrom={mergedFrom} />;
}

interface OpenedProps {
  ticket: Ticket;
  onClose: () => void;
  mergedFrom: number | undefined;
}

/** Pixels: how high the composer was in the ticket before, so that nothing jumps when it comes. */
let footRoom = 150;

function Opened({ ticket, onClose, mergedFrom }: OpenedProps) {
  const { t } = useTranslation();
  const { me } = useDesk();
  const { panes, roomForDetails, setPanes } = usePanes();
  const [over, setOver] = useState(false);
  const detailsShown = roomForDetails ? panes.showDetails : over;
  const actions = useTicketActions(ticket);
  const reply = useReply(ticket);
  const composer = useRef<ComposerHandle>(null);
  const header = useRef<HeaderHandle>(null);
  const rights = useRights(me, ticket);
  const pin = usePin(ticket);
  const { ref: head, height: headHeight } = useElementSize();
  const { ref: foot, height: footHeight } = useElementSize();
  // What was said is read first; what is done with it is drawn in the next moment.
  const { painted: complete, drawn } = usePainted();
  const wanted = useRef<'reply' | 'note' | null>(null);
  const write = (how: 'reply' | 'note') => {
    if (composer.current) composer.current.focus(how);
    else wanted.current = how;
  };
  useEffect(() => {
    if (complete && wanted.current !== null) composer.current?.focus(wanted.current);
    wanted.current = null;
  }, [complete]);
  useEffect(() => {
    if (complete && footHeight > 0) footRoom = footHeight;
  }, [complete, footHeight]);
  const { quote: keepQuote, mode } = reply;
  // What is quoted is answered next. The same function as long as it can be: see `Bubble`.
  const quote = useCallback(
    (message: Message, part?: string) => {
      keepQuote(message, part);
      composer.current?.focus(mode);
    },
    [keepQuote, mode],
  );

  const { dropping, handlers } = useFileDrop(
    (files) => composer.current?.attach(files),
    rights.reply || rights.note,
  );
  const showDetails = () => {
    if (roomForDetails) setPanes({ showDetails: !panes.showDetails });
    else setOver(!over);
  };
  const take = () => {
    if (rights.take && ticket.assigneeId !== me.id) actions.assign(me);
  };
  const takeOrAssign = () => {
    if (rights.assign) header.current?.open('assignee');
    else take();
  };
  useShortcuts({
    reply: () => write('reply'),
    note: () => write('note'),
    assign: rights.take ? takeOrAssign : undefined,
    take: rights.take ? take : undefined,
    ...(rights.update && {
      status: () => header.current?.open('status'),
      priority: () => header.current?.open('priority'),
      category: () => header.current?.open('category'),
      tags: () => header.current?.open('tags'),
      snooze: isActive(ticket.status) ? () => header.current?.open('snooze') : undefined,
    }),
    pin: rights.own ? undefined : pin,
    details: showDetails,
    resolve: rights.update && isActive(ticket.status) ? () => void actions.resolve() : undefined,
  });
  useShortcuts(
    { back: !roomForDetails && over ? () => setOver(false) : undefined },
    { over: true },
  );

  return (
    <>
      <main
        className={classes.conversation}
        aria-label={t('conversation.label', { number: `#${ticket.number}` })}
        data-testid="conversation"
        data-ticket-id={ticket.id}
        data-status={ticket.status}
        {...handlers}
      >
        <div ref={head} className={classes.head}>
          <Header
            ticket={ticket}
            rights={rights}
            actions={actions}
            handle={header}
            detailsShown={detailsShown}
            onDetails={showDetails}
            onClose={onClose}
          />
          {mergedFrom !== undefined && (
            <p className={classes.merged} role="note" data-testid="merged-from">
              {t('merge.opened', { source: mergedFrom })}
            </p>
          )}
        </div>
        <Timeline ticket={ticket} rights={rights} onQuote={quote} onDrawn={drawn} />
        <div ref={foot} className={classes.foot}>
          {complete ? (
            <Composer
              ticket={ticket}
              rights={rights}
              reply={reply}
              onReopen={actions.reopen}
              onResolve={actions.resolve}
              handle={composer}
            />
          ) : (
            <div style={{ height: footRoom }} className={classes.footRoom} aria-hidden="true" />
          )}
        </div>
        {detailsShown && !roomForDetails && (
          <div
            className={classes.scrim}
            style={{ top: headHeight, bottom: footHeight }}
            aria-hidden="true"
            data-testid="details-scrim"
            onClick={() => setOver(false)}
          />
        )}
        {dropping && <div className={classes.drop}>{t('composer.drop')}</div>}
      </main>
      {detailsShown && (
        <CustomerPane
          ticket={ticket}
          over={roomForDetails ? null : { top: headHeight, bottom: footHeight }}
          complete={complete}
        />
      )}
    </>
  );
}
