import type { ReactNode } from 'react';
import classes from './EmptyState.module.css';

/** What stands where nothing is: says why, and what to do. */
export function EmptyState({
  icon,
  title,
  children,
  action,
}: {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={classes.root}>
      {icon !== undefined && (
        <div className={classes.icon} aria-hidden="true">
          {icon}
        </div>
      )}
      <p className={classes.title}>{title}</p>
      {children !== undefined && <p className={classes.help}>{children}</p>}
      {action}
    </div>
  );
}
