import { useEffect } from 'react';
import { useParams } from 'react-router';
import { OfflineBanner } from '../../app/OfflineBanner';
import { StoreBanner } from '../../app/StoreBanner';
import { useTicket } from '../../app/queries/tickets';
import { useBridge } from '../../app/bridge';
import { useTranslation } from '../../app/texts';
import { ConflictDialog } from '../conversation/ConflictDialog';
import { Conversation } from '../conversation/Conversation';
import { ticketAddress } from '../notifications/ticketAddress';
import { useReadInFront } from '../notifications/Notices';
import { useShownMessage } from '../notifications/useShownMessage';
import classes from './TicketWindow.module.css';

/** One ticket in a window of its own: no list, no views, everything else. */
export function TicketWindow() {
  const ticketId = useParams().ticketId ?? '';
  const bridge = useBridge();
  const { t } = useTranslation();
  const ticket = useTicket(ticketId).data;
  useReadInFront(ticketId);
  useShownMessage(ticketId);

  useEffect(
    () =>
      bridge.on('openTicket', (wanted) => {
        if (wanted.ticketId !== ticketId || wanted.messageId === null) return;
        const [, query = ''] = ticketAddress(ticketId, wanted.messageId).split('?');
        location.hash = `#/window/${ticketId}?${query}`;
      }),
    [bridge, ticketId],
  );
  useEffect(() => {
    document.title =
      ticket === undefined ? t('app.name') : `#${ticket.number} ${ticket.title} · ${t('app.name')}`;
  }, [ticket, t]);

  return (
    <div className={classes.window}>
      <OfflineBanner withAge />
      <StoreBanner />
      <div className={classes.panes}>
        <Conversation key={ticketId} ticketId={ticketId} onClose={() => window.close()} />
      </div>
      <ConflictDialog />
    </div>
  );
}
