import type { Ticket } from '@tikethet/shared/contracts';
import { useTranslation } from '../../app/texts';
import { ResizeHandle } from '../../ui/ResizeHandle';
import { PANE_LIMITS, usePanes } from '../../ui/usePanes';
import { useCustomerCard } from '../../app/queries/customers';
import { CustomerCard } from './CustomerCard';
import { CustomerNotes } from './CustomerNotes';
import classes from './CustomerPane.module.css';
import { OtherTickets } from './OtherTickets';
import { TicketFacts } from './TicketFacts';

/**
 * Who asks, what else they asked, and the dry facts of this ticket.
 * @param over it lies over what was said, because the window is narrow: so many pixels below the top
 * of the conversation and above its end, where one goes on writing; null: beside it
 * @param complete the conversation can be seen, which is read first
 */
export function CustomerPane({
  ticket,
  over,
  complete,
}: {
  ticket: Ticket;
  over: { top: number; bottom: number } | null;
  complete: boolean;
}) {
  const { t } = useTranslation();
  const { panes, setPanes } = usePanes();
  const { data: card } = useCustomerCard(ticket.customerId);
  return (
    <aside
      className={classes.pane}
      data-over={over !== null || undefined}
      style={{ width: panes.details, ...over }}
      aria-label={t('customer.label')}
    >
      <div className={classes.scroller} tabIndex={0}>
        {complete && (
          <>
            <CustomerCard customer={ticket.customer} />
            {card && <CustomerNotes key={card.customerId} card={card} />}
            <OtherTickets customerId={ticket.customerId} openId={ticket.id} />
            <TicketFacts ticket={ticket} />
          </>
        )}
      </div>
      {over === null && (
        <ResizeHandle
          label={t('panes.details')}
          size={panes.details}
          {...PANE_LIMITS.details}
          pane="right"
          onResize={(size) => setPanes({ details: size })}
        />
      )}
    </aside>
  );
}
