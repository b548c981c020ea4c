import type { ReactNode } from 'react';
import classes from './Group.module.css';

/** Settings that belong together, as one card. */
export function Group({
  title,
  help,
  children,
}: {
  title?: string;
  /** Under the title: what these are for. */
  help?: string;
  children: ReactNode;
}) {
  return (
    <section className={classes.section} aria-label={title}>
      {title !== undefined && <h3 className={classes.title}>{title}</h3>}
      {help !== undefined && <p className={classes.lead}>{help}</p>}
      <div className={classes.group}>{children}</div>
    </section>
  );
}
