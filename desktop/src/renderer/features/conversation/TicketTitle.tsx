import { Tooltip } from '@mantine/core';
import { useElementSize, useMergedRef } from '@mantine/hooks';
import type { Ticket } from '@tikethet/shared/contracts';
import { useLayoutEffect, useRef, useState } from 'react';
import classes from './Header.module.css';

/** Number and title in one line; what does not fit is shown on hover and on focus. */
export function TicketTitle({ ticket }: { ticket: Ticket }) {
  const { number, title } = ticket;
  const { ref: measured, width } = useElementSize<HTMLHeadingElement>();
  const own = useRef<HTMLHeadingElement>(null);
  const ref = useMergedRef(measured, own);
  const [cut, setCut] = useState(false);
  useLayoutEffect(() => {
    const heading = own.current;
    if (heading !== null) setCut(heading.scrollWidth > heading.clientWidth);
  }, [width, number, title]);
  return (
    <Tooltip
      label={title}
      multiline
      maw={480}
      position="bottom-start"
      disabled={!cut}
      events={{ hover: true, focus: true, touch: true }}
    >
      <h2
        ref={ref}
        className={classes.title}
        // Only where there is more to see than stands there.
        tabIndex={cut ? 0 : undefined}
        data-testid="ticket-title"
        data-cut={cut || undefined}
      >
        <span className={classes.number}>#{number}</span> {title}
      </h2>
    </Tooltip>
  );
}
