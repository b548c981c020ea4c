import type { ReactNode } from 'react';
import classes from './SplitPage.module.css';

interface Props {
  title: string;
  testId: string;
  /** How wide the list is. */
  sideClass: string | undefined;
  /** What can be done to the list, beside its title. */
  action: ReactNode;
  list: ReactNode;
  /** What the other half is, for those who do not see it. */
  label: string;
  children: ReactNode;
}

/** A page of two halves: a list, and the one of it that is open. */
export function SplitPage({ title, testId, sideClass, action, list, label, children }: Props) {
  return (
    <main className={classes.page} data-testid={testId}>
      <section className={`${classes.side} ${sideClass}`} aria-label={title}>
        <header className={classes.head}>
          <h1 className={classes.title}>{title}</h1>
          {action}
        </header>
        {list}
      </section>
      <section className={classes.main} aria-label={label}>
        {children}
      </section>
    </main>
  );
}
