import type { Ticket } from '@tikethet/shared/contracts';
import { useEffect, useRef, useState } from 'react';
import classes from './Header.module.css';

/** Number and title in one line; what does not fit is shown on hover and on focus. */
export function TicketTitle({ ticket }: { ticket: Ticket }) {
  const { number, title } = ticket;
  const ref = useRef<HTMLHeadingElement>(null);
  const [cut, setCut] = useState(false);
  useEffect(() => {
    const heading = ref.current;
    if (heading === null) return;
    // Told when the page has been laid out anyway: asking before would lay it out once more.
    const watcher = new ResizeObserver(() => setCut(heading.scrollWidth > heading.clientWidth));
    watcher.observe(heading);
    return () => watcher.disconnect();
  }, [number, title]);
  return (
    <h2
      ref={ref}
      className={classes.title}
      // Only where there is more to see than stands there.
      tabIndex={cut ? 0 : undefined}
      data-tip={cut ? title : undefined}
      data-testid="ticket-title"
      data-cut={cut || undefined}
    >
      <span className={classes.number}>#{number}</span> {title}
    </h2>
  );
}
