import type { ReactNode } from 'react';

interface NoticeProps {
  emoji: string;
  title: string;
  text?: string | undefined;
  children?: ReactNode;
  role?: 'alert' | 'status';
}

/** A whole area's empty or error state: what is so, and what can be done. */
export function Notice({ emoji, title, text, children, role }: NoticeProps) {
  return (
    <div className="notice" role={role}>
      <div className="notice-emoji" aria-hidden="true">
        {emoji}
      </div>
      <h2 className="notice-title">{title}</h2>
      {text !== undefined && <p className="notice-text">{text}</p>}
      {children}
    </div>
  );
}
