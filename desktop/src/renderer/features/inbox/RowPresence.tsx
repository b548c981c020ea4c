import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../app/DeskProvider';
import { useStore } from '../../app/store';
import { Avatar } from '../../ui/Avatar';
import { useViewers } from '../conversation/useViewers';
import classes from './RowPresence.module.css';

/** Who types in a ticket now, in place of its last message. */
export function RowTyping({ ticketId, children }: { ticketId: string; children: ReactNode }) {
  const { t } = useTranslation();
  const { presence } = useDesk();
  const name = useStore(presence.typing, (all) => all[ticketId]?.at(-1)?.person.displayName);
  if (name === undefined) return children;
  return (
    <span className={classes.typing} data-testid="row-typing">
      {t('list.typing', { name })}
    </span>
  );
}

/** Colleagues who have a ticket of the list open. */
export function RowViewers({ ticketId }: { ticketId: string }) {
  const { others, text } = useViewers(ticketId);
  if (others.length === 0) return null;
  return (
    <span
      className={classes.viewers}
      role="img"
      aria-label={text}
      title={text}
      data-testid="row-viewers"
    >
      {others.slice(0, 2).map((person) => (
        <Avatar key={person.id} person={person} size={16} />
      ))}
    </span>
  );
}
