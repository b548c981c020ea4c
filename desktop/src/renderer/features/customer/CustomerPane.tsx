import type { Ticket } from '@tikethet/shared/contracts';
import { useDeferredValue } from 'react';
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
 * @param under it lies over the conversation, because the window is narrow, so many pixels below its
 * top; null: beside it
 */
export function CustomerPane({ ticket, under }: { ticket: Ticket; under: number | null }) {
  const { t } = useTranslation();
  const { panes, setPanes } = usePanes();
  const { data: card } = useCustomerCard(ticket.customerId);
  // The conversation is read first.
  const complete = useDeferredValue(true, false);
  return (
    <aside
      className={classes.pane}
      data-over={under !== null || undefined}
      style={{ width: panes.details, ...(under !== null && { top: under }) }}
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
      {under === null && (
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
