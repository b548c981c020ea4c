import { IconClockExclamation, IconZzz } from '@tabler/icons-react';
import { promiseState } from '@tikethet/shared/tickets';
import { useTranslation } from '../../app/texts';
import { fullTime, useNow } from '../../ui/time';
import classes from './DueMark.module.css';

/** What is late or at risk, and what sleeps; nothing for what goes as promised. */
export function DueMark({
  dueAt,
  snoozedUntil,
}: {
  dueAt: string | null;
  snoozedUntil: string | null;
}) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  if (snoozedUntil !== null) {
    const text = t('list.snoozedUntil', { time: fullTime(snoozedUntil, i18n.language) });
    return (
      <span className={classes.mark} role="img" aria-label={text} title={text}>
        <IconZzz size={13} stroke={1.8} aria-hidden="true" />
      </span>
    );
  }
  const state = promiseState(dueAt, now);
  if (dueAt === null || state === null || state === 'ahead') return null;
  const text = t(`list.due.${state}`, { time: fullTime(dueAt, i18n.language) });
  return (
    <span
      className={classes.mark}
      data-state={state}
      role="img"
      aria-label={text}
      title={text}
      data-testid="row-due"
    >
      <IconClockExclamation size={13} stroke={1.8} aria-hidden="true" />
    </span>
  );
}
