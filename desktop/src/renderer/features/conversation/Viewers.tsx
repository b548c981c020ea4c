import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../app/DeskProvider';
import { useStore } from '../../app/store';
import { Avatar } from '../../ui/Avatar';
import classes from './Viewers.module.css';

/** Colleagues who have this ticket open: a collision is seen before it happens. */
export function Viewers({ ticketId }: { ticketId: string }) {
  const { t, i18n } = useTranslation();
  const { me, presence } = useDesk();
  const viewers = useStore(presence.viewers, (all) => all[ticketId]);
  const others = (viewers ?? []).filter(({ id }) => id !== me.id);
  if (others.length === 0) return null;
  const names = new Intl.ListFormat(i18n.language).format(others.map((one) => one.displayName));
  const text = t('ticket.viewing', { count: others.length, names });
  return (
    <Tooltip label={text}>
      <span className={classes.viewers} role="img" aria-label={text} data-testid="viewers">
        {others.slice(0, 4).map((person) => (
          <Avatar key={person.id} person={person} size={24} />
        ))}
      </span>
    </Tooltip>
  );
}
