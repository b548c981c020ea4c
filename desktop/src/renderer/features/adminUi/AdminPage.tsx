import type { ReactNode } from 'react';
import classes from './AdminPage.module.css';

/** A page of /admin: what it is for, what can be done at once, and its list or form. */
export function AdminPage({
  title,
  help,
  actions,
  wide = false,
  testId,
  children,
}: {
  title: string;
  /** One or two sentences: what this changes for whom. */
  help: string;
  actions?: ReactNode;
  wide?: boolean;
  testId: string;
  children: ReactNode;
}) {
  return (
    <main className={classes.page} data-testid={testId}>
      <div className={classes.column} data-wide={wide || undefined}>
        <header className={classes.head}>
          <div className={classes.words}>
            <h1 className={classes.title}>{title}</h1>
            <p className={classes.help}>{help}</p>
          </div>
          {actions !== undefined && <div className={classes.actions}>{actions}</div>}
        </header>
        {children}
      </div>
    </main>
  );
}
