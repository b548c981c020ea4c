import type { ReactNode } from 'react';
import classes from './Group.module.css';

/** A setting: its name on the left, its control on the right. */
export function Row({
  label,
  help,
  children,
}: {
  label: ReactNode;
  help?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className={classes.row}>
      <div>
        <div>{label}</div>
        {help !== undefined && <div className={classes.help}>{help}</div>}
      </div>
      {children !== undefined && <div className={classes.control}>{children}</div>}
    </div>
  );
}
