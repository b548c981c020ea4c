import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './SignInScreen.module.css';

/** Why signing in did not work, and what to do. */
export function Notice({
  title,
  grave,
  reason,
  children,
}: {
  title: string;
  grave: boolean;
  reason: string;
  children: ReactNode;
}) {
  return (
    <div
      className={classes.notice}
      data-grave={grave || undefined}
      role="alert"
      data-testid="sign-in-reason"
      data-reason={reason}
    >
      <IconAlertTriangle size={18} stroke={1.6} aria-hidden="true" />
      <div>
        <strong>{title}</strong>
        <p>{children}</p>
      </div>
    </div>
  );
}
