import { Button } from '@mantine/core';
import { IconMoon } from '@tabler/icons-react';
import type { Ticket } from '@tikethet/shared/contracts';
import { useTranslation } from '../../app/texts';
import { momentText } from '../../ui/moments';
import { useNow } from '../../ui/time';
import classes from './Header.module.css';

interface Props {
  ticket: Ticket;
  mayWake: boolean;
  onWake: () => void;
}

/** Says that the ticket is put off, until when, and what brings it back. */
export function SnoozedLine({ ticket, mayWake, onWake }: Props) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  if (ticket.snoozedUntil === null) return null;
  return (
    <div className={classes.snoozed} role="status" data-testid="snoozed">
      <IconMoon size={14} stroke={1.8} aria-hidden="true" />
      <span>
        <strong>
          {t('snooze.asleep', { time: momentText(ticket.snoozedUntil, now, i18n.language) })}.
        </strong>{' '}
        {t('snooze.help')}
      </span>
      {mayWake && (
        <Button size="compact-xs" variant="default" data-testid="wake" onClick={onWake}>
          {t('snooze.wake')}
        </Button>
      )}
    </div>
  );
}
