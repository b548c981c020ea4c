import { Button } from '@mantine/core';
import { useStore } from '../../app/store';
import { useTranslation } from '../../app/texts';
import { Dialog, DialogButtons } from '../../ui/Dialog';
import { closeConflict, conflicts, type Conflict } from '../../app/write/conflict';
import { ChangedBy } from './ChangedBy';
import classes from './ConflictDialog.module.css';
import { useFieldValue } from './useFieldValue';

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
  const { field, ticket } = conflict;
  const show = useFieldValue(ticket.assignee ? [ticket.assignee] : []);
  const close = () => closeConflict(conflict);
  return (
    <Dialog onClose={close} title={t('conflict.title')}>
      <p className={classes.lead}>{t('conflict.lead', { number: `#${ticket.number}` })}</p>
      <dl className={classes.values}>
        <dt>{t('conflict.field')}</dt>
        <dd>{t(LABELS[field])}</dd>
        <dt>{t('conflict.theirs')}</dt>
        <dd>{show(field, conflict.theirs)}</dd>
        <dt>{t('conflict.by')}</dt>
        <dd>
          <ChangedBy details={conflict.details} />
        </dd>
        <dt>{t('conflict.mine')}</dt>
        <dd>{show(field, conflict.mine)}</dd>
      </dl>
      <DialogButtons>
        <Button
          variant="default"
          onClick={() => {
            close();
            conflict.keepTheirs();
          }}
          data-testid="conflict-theirs"
          data-autofocus
        >
          {t('conflict.keepTheirs')}
        </Button>
        <Button
          data-testid="conflict-mine"
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
