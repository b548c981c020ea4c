import { useEffect, useRef, type ReactNode } from 'react';
import { useConnection } from '../../app/connection';
import { useTranslation } from '../../app/texts';
import { ConnectionMark } from '../../ui/ConnectionMark';
import classes from './SignInScreen.module.css';

/** The one panel of a screen before the desk. */
export function Card({
  title,
  lead,
  children,
}: {
  title: string;
  lead: string;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const { status } = useConnection();
  const start = useRef<HTMLHeadingElement>(null);
  // What had the focus is gone with the desk; a key that was meant for it must press nothing.
  useEffect(() => start.current?.focus(), [title]);
  return (
    <main className={classes.screen} data-testid="sign-in-screen">
      <div className={classes.card}>
        <div className={classes.brand}>
          <svg width="28" height="28" viewBox="0 0 32 32" aria-hidden="true">
            <path
              d="M5 8h22v5a3 3 0 0 0 0 6v5H5v-5a3 3 0 0 0 0-6z"
              fill="none"
              stroke="currentColor"
              strokeWidth="2.2"
              strokeLinejoin="round"
            />
            <path
              d="M16 12v2.5m0 3V20"
              stroke="var(--accent)"
              strokeWidth="2.4"
              strokeLinecap="round"
            />
          </svg>
          <span>{t('app.name')}</span>
        </div>
        <h1 ref={start} tabIndex={-1} className={classes.title}>
          {title}
        </h1>
        <p className={classes.lead}>{lead}</p>
        {children}
      </div>
      {/* Nobody is connected before they are in: only what stands in the way is worth a word. */}
      {status === 'offline' && <ConnectionMark />}
    </main>
  );
}
