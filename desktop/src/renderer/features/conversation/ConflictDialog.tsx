import { Button } from '@mantine/core';
import type { TicketPriority, TicketStatus } from '@tikethet/shared/tickets';
import { useDesk } from '../../app/DeskProvider';
import { useCategories } from '../../app/queries/categories';
import { useTeam } from '../../app/queries/team';
import { useStore } from '../../app/store';
import { useTranslation } from '../../app/texts';
import { Dialog, DialogButtons } from '../../ui/Dialog';
import { fullTime } from '../../ui/time';
import { closeConflict, conflicts, type Conflict } from '../../app/write/conflict';
import classes from './ConflictDialog.module.css';

const LABELS = {
  status: 'ticket.status',
  priority: 'ticket.priority',
  categoryId: 'ticket.category',
  assigneeId: 'ticket.assignee',
  tags: 'ticket.tags',
  snoozedUntil: 'snooze.title',
} as const;

/** Two people changed one field: both values stand side by side, the person decides. */
export function ConflictDialog() {
  const conflict = useStore(conflicts, (list) => list[0]);
  return conflict ? (
    <Decision key={conflict.ticket.id + conflict.field} conflict={conflict} />
  ) : null;
}

function Decision({ conflict }: { conflict: Conflict }) {
  const { t } = useTranslation();
  const show = useShownValue(conflict);
  const close = () => closeConflict(conflict);
  return (
    <Dialog onClose={close} title={t('conflict.title')}>
      <p className={classes.lead}>{t('conflict.lead', { number: `#${conflict.ticket.number}` })}</p>
      <dl className={classes.values}>
        <dt>{t('conflict.field')}</dt>
        <dd>{t(LABELS[conflict.field])}</dd>
        <dt>{t('conflict.theirs')}</dt>
        <dd>{show(conflict.theirs)}</dd>
        <dt>{t('conflict.mine')}</dt>
        <dd>{show(conflict.mine)}</dd>
      </dl>
      <DialogButtons>
        <Button
          variant="default"
          onClick={() => {
            close();
            conflict.keepTheirs();
          }}
          data-autofocus
        >
          {t('conflict.keepTheirs')}
        </Button>
        <Button
          onClick={() => {
            close();
            conflict.keepMine();
          }}
        >
          {t('conflict.keepMine')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}

function useShownValue({ field, ticket }: Conflict): (value: unknown) => string {
  const { t, i18n } = useTranslation();
  const { me } = useDesk();
  const { categories } = useCategories();
  const team = useTeam();
  return (value) => {
    const empty = t('conflict.empty');
    if (Array.isArray(value)) return value.join(', ') || empty;
    if (typeof value !== 'string') return field === 'assigneeId' ? t('filters.nobody') : empty;
    if (field === 'snoozedUntil') return fullTime(value, i18n.language);
    if (field === 'status') return t(`status.${value as TicketStatus}`);
    if (field === 'priority') return t(`priority.${value as TicketPriority}`);
    if (field === 'categoryId') return categories.find(({ id }) => id === value)?.label ?? empty;
    const people = [me, ...(team.data ?? []), ...(ticket.assignee ? [ticket.assignee] : [])];
    return people.find(({ id }) => id === value)?.displayName ?? empty;
  };
}
