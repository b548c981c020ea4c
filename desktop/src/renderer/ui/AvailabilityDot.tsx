import type { Availability } from '@tikethet/shared/contracts';
import classes from './AvailabilityDot.module.css';

/** What a colleague says of themselves, as a mark: full, half, or empty, not by colour alone. */
export function AvailabilityDot({
  availability,
  title,
}: {
  availability: Availability;
  /** Absent: the words stand beside it. */
  title?: string;
}) {
  return (
    <span
      className={classes.dot}
      data-availability={availability}
      {...(title === undefined
        ? { 'aria-hidden': true }
        : { role: 'img', 'aria-label': title, title })}
    />
  );
}
