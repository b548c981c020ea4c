import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../app/DeskProvider';
import { useStore } from '../../app/store';
import { Avatar } from '../../ui/Avatar';
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

/** Colleagues who have a ticket open: a collision is seen before it is walked into. */
export function RowViewers({ ticketId }: { ticketId: string }) {
  const { t, i18n } = useTranslation();
  const { me, presence } = useDesk();
  const viewers = useStore(presence.viewers, (all) => all[ticketId]);
  const others = (viewers ?? []).filter(({ id }) => id !== me.id);
  if (others.length === 0) return null;
  const names = new Intl.ListFormat(i18n.language).format(others.map((one) => one.displayName));
  const text = t('ticket.viewing', { count: others.length, names });
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
