import { Tooltip } from '@mantine/core';
import { Avatar } from '../../ui/Avatar';
import { useViewers } from './useViewers';
import classes from './Viewers.module.css';

/** Colleagues who have the opened ticket open too. */
export function Viewers({ ticketId }: { ticketId: string }) {
  const { others, text } = useViewers(ticketId);
  if (others.length === 0) return null;
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
